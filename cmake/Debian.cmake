# Run by cpack between installing and packing: puts a deb's files where Debian keeps them and in its forms.
# Source: https://www.debian.org/doc/debian-policy/ch-docs.html
if(NOT CPACK_GENERATOR STREQUAL DEB)
  return()
endif()
set(share ${CPACK_TEMPORARY_DIRECTORY}/usr/share)
file(RENAME ${share}/zsh/site-functions ${share}/zsh/vendor-completions)
file(RENAME ${share}/doc/demarc/CHANGELOG.md ${share}/doc/demarc/changelog)
file(REMOVE ${share}/doc/demarc/LICENSE)
file(WRITE ${share}/doc/demarc/copyright "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: demarc

Files: *
Copyright: the authors of demarc
License: Apache-2.0
 The whole licence stands in /usr/share/common-licenses/Apache-2.0.
")
execute_process(COMMAND gzip -9n ${share}/man/man1/demarc.1 ${share}/doc/demarc/changelog COMMAND_ERROR_IS_FATAL ANY)
