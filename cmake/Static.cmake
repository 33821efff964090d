# The same libraries as in Libraries.cmake, under the same names, linked into the binary, which then needs the C library only. One that
# has no archive on this machine stays shared, and is named while configuring. fmt is used as headers: Debian ships no archive of it.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(nlohmann_json 3.10 REQUIRED)
find_package(cxxopts REQUIRED)

# demarc_archives(TARGET LIBRARY...): TARGET stands for the archives of LIBRARY....
function(demarc_archives target)
  add_library(${target} INTERFACE IMPORTED GLOBAL)
  foreach(library ${ARGN})
    find_library(archive_${library} ${CMAKE_STATIC_LIBRARY_PREFIX}${library}${CMAKE_STATIC_LIBRARY_SUFFIX})
    mark_as_advanced(archive_${library})
    if(archive_${library})
      target_link_libraries(${target} INTERFACE ${archive_${library}})
    else()
      message(STATUS "there is no archive of ${library} here: the binary will need the shared library")
      target_link_libraries(${target} INTERFACE ${library})
    endif()
  endforeach()
endfunction()

find_path(fmt_headers fmt/format.h REQUIRED)
add_library(fmt::fmt INTERFACE IMPORTED GLOBAL)
target_include_directories(fmt::fmt INTERFACE ${fmt_headers})
target_compile_definitions(fmt::fmt INTERFACE FMT_HEADER_ONLY=1)

pkg_check_modules(yaml_cpp REQUIRED yaml-cpp)
demarc_archives(yaml-cpp::yaml-cpp yaml-cpp)
target_include_directories(yaml-cpp::yaml-cpp INTERFACE ${yaml_cpp_INCLUDE_DIRS})

# Newer ones stand on abseil, whose archives pkg-config lists in the right order.
pkg_check_modules(re2 REQUIRED re2)
demarc_archives(re2::re2 ${re2_STATIC_LIBRARIES})
target_include_directories(re2::re2 INTERFACE ${re2_INCLUDE_DIRS})
target_link_libraries(re2::re2 INTERFACE Threads::Threads)

if(NOT APPLE)
  add_link_options(-static-libgcc -static-libstdc++)
endif()
