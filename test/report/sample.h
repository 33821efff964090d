#pragma once

#include "analyzer/report/report.h"

namespace demarc {

// A small report with a finding of each verdict, built by hand.
struct Sample {
  Sample();
  Finding suppressed() const;  // in checkov's words, until the end of 2026
  Finding known() const;       // by the baseline

  Sources sources;
  Catalog catalog;
  Resource logs;
  Report report;
};

}  // namespace demarc
