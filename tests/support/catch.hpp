// SPDX-License-Identifier: EUPL-1.2
#pragma once

// The only place that names the test library: Catch2 versions 2 and 3 differ in header and in main.
#include <catch2/catch.hpp>
