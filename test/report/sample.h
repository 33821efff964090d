#pragma once

#include "analyzer/report/report.h"

namespace demarc {

// A small report with a finding of each verdict, built by hand.
struct Sample {
  Sample();

  Sources sources;
  Catalog catalog;
  Resource logs;
  Report report;
};

}  // namespace demarc
