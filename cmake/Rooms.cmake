# demarc_room(NAME FOLDER [USES target...]): one static library per folder, made of every source file directly in it.
function(demarc_room name)
  cmake_parse_arguments(ROOM "" "" "USES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
  if(NOT sources)
    add_library(demarc_${name} INTERFACE)
    return()
  endif()
  add_library(demarc_${name} STATIC ${sources})
  set_target_properties(demarc_${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(demarc_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(demarc_${name} PUBLIC ${ROOM_USES} PRIVATE fmt::fmt)
  demarc_compile_options(demarc_${name})
  target_precompile_headers(demarc_${name} REUSE_FROM demarc_precompiled)
endfunction()

function(demarc_compile_options target)
  # GCC 12 warns of harmless string concatenations when it optimizes; of those in precompiled headers it forgets that they are the system's:
  # https://gcc.gnu.org/bugzilla/show_bug.cgi?id=105651
  # re2 asks its users for -pthread: all have it, so that they can share the precompiled header.
  target_compile_options(${target} PRIVATE -pthread -Wall -Wextra -Wpedantic
    "$<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict;-Wno-stringop-overflow;-Wno-stringop-overread;-Wno-array-bounds>")
  if(DEMARC_SANITIZE)
    target_compile_options(${target} PUBLIC -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=address,undefined)
  endif()
endfunction()

add_library(demarc_precompiled STATIC ${PROJECT_SOURCE_DIR}/cmake/precompiled.cpp)
target_link_libraries(demarc_precompiled PUBLIC fmt::fmt)
demarc_compile_options(demarc_precompiled)
target_precompile_headers(demarc_precompiled PRIVATE ${PROJECT_SOURCE_DIR}/cmake/precompiled.h)
