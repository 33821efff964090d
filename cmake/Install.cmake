# What `cmake --install`, cpack and a wheel put beside the binary: licence, manual page, completions. The binary writes the last
# two itself, so that they cannot fall behind its options.
include(GNUInstallDirs)

# A wheel has places of its own. Source: https://scikit-build-core.readthedocs.io/en/latest/guide/cmakelists.html
if(SKBUILD)
  set(programs ${SKBUILD_SCRIPTS_DIR})
  set(share ${SKBUILD_DATA_DIR}/share)
else()
  set(programs ${CMAKE_INSTALL_BINDIR})
  set(share ${CMAKE_INSTALL_DATADIR})
endif()

set(documents ${PROJECT_BINARY_DIR}/documents)
file(MAKE_DIRECTORY ${documents})

# demarc_document(FILE WORD...): documents/FILE is what `demarc WORD...` prints.
function(demarc_document file)
  add_custom_command(OUTPUT ${documents}/${file}
    COMMAND demarc ${ARGN} > ${documents}/${file}
    DEPENDS demarc
    COMMENT "Writing ${file}"
    VERBATIM)
endfunction()

demarc_document(demarc.1 manual)
demarc_document(demarc.bash completion bash)
demarc_document(_demarc completion zsh)
demarc_document(demarc.fish completion fish)
add_custom_target(demarc_documents ALL DEPENDS ${documents}/demarc.1 ${documents}/demarc.bash ${documents}/_demarc ${documents}/demarc.fish)

install(TARGETS demarc RUNTIME DESTINATION ${programs})
install(FILES ${documents}/demarc.1 DESTINATION ${share}/man/man1)
install(FILES ${documents}/demarc.bash DESTINATION ${share}/bash-completion/completions RENAME demarc)
install(FILES ${documents}/demarc.fish DESTINATION ${share}/fish/vendor_completions.d)
install(FILES ${documents}/_demarc DESTINATION ${share}/zsh/site-functions)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md DESTINATION ${share}/doc/demarc)
