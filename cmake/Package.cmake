# `cpack` in the build folder makes demarc_VERSION_ARCHITECTURE.deb and demarc-VERSION-SYSTEM-PROCESSOR.tar.gz.
# Source: https://cmake.org/cmake/help/latest/cpack_gen/deb.html
set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME demarc)
set(CPACK_PACKAGE_VENDOR demarc)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Offline static analyzer for infrastructure as code on AWS")
set(CPACK_PACKAGE_DESCRIPTION "Finds the gaps on your side of the shared responsibility model in CloudFormation templates
and Terraform plans, before they are deployed. It works offline: it never calls AWS, or anything else.")
set(CPACK_PACKAGE_FILE_NAME "demarc-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "demarc maintainers <maintainers@demarc.invalid>")
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/Debian.cmake)

include(CPack)
