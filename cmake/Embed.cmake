# demarc_built_in: the policies, their tables, the mapping tables, those of AWS::Serverless and the schemas of the project, checked and
# packed while it is built, so that start-up parses no YAML. Mistakes in them fail the build at their line.
set(built_in_folder ${PROJECT_SOURCE_DIR}/analyzer/policy/embed)
set(blob ${CMAKE_CURRENT_BINARY_DIR}/built_in.blob)

file(GLOB_RECURSE built_in_files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
  ${PROJECT_SOURCE_DIR}/policies/*.yaml ${PROJECT_SOURCE_DIR}/parsers/terraform/mappings/*.yaml
  ${PROJECT_SOURCE_DIR}/parsers/serverless/tables/*.yaml ${PROJECT_SOURCE_DIR}/analyzer/configuration/schemas/*.json)
list(FILTER built_in_files EXCLUDE REGEX "\\.template\\.yaml$")
list(SORT built_in_files)

# The list is a file of its own, so that a file that is taken away counts as a change too.
list(JOIN built_in_files "\n" built_in_lines)
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/built_in.list CONTENT "${built_in_lines}\n" @ONLY)

add_executable(demarc_embed ${PROJECT_SOURCE_DIR}/cmake/embed/embed.cpp)
target_link_libraries(demarc_embed PRIVATE demarc_policy demarc_terraform demarc_serverless)
demarc_compile_options(demarc_embed)

list(TRANSFORM built_in_files PREPEND ${PROJECT_SOURCE_DIR}/ OUTPUT_VARIABLE built_in_paths)
add_custom_command(OUTPUT ${blob}
  COMMAND demarc_embed ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_BINARY_DIR}/built_in.list ${blob}
  DEPENDS demarc_embed ${CMAKE_CURRENT_BINARY_DIR}/built_in.list ${built_in_paths}
  COMMENT "Checking and packing policies, tables and mappings"
  VERBATIM)

add_library(demarc_built_in STATIC ${built_in_folder}/built_in.cpp ${blob})
set_source_files_properties(${built_in_folder}/built_in.cpp PROPERTIES
  COMPILE_DEFINITIONS DEMARC_BLOB="${blob}"
  OBJECT_DEPENDS ${blob})
target_link_libraries(demarc_built_in PUBLIC demarc_policy)
demarc_compile_options(demarc_built_in)
