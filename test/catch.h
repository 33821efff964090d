#pragma once

// Includes Catch2, whichever of its two layouts is installed.
#ifdef DEMARC_CATCH2_3
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
