// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/store.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string_view>

/// A key file of an earlier day that was put back on purpose.
namespace casus::desk {

class Desk;
class Reply;

/// Whether it is a stream of who looked at a case: what accepting older keys begins anew.
bool is_of_looks(std::string_view stream);

/// From now on it counts; who looks at a case is kept from here on, where the key of that log is not in it.
store::AcceptedKeys accept_keys(Desk& desk);

nlohmann::json in_json(const store::AcceptedKeys& accepted);
/// Nothing when it was not older.
void say_accepted(Desk& desk, Reply& reply, const store::AcceptedKeys& accepted);

}  // namespace casus::desk
