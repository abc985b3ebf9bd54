// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/branching.hpp"

#include <string>
#include <vector>

/// Who sits with whom in a step that goes on in several groups at once. Pure: the same people in the same order make
/// the same groups.
namespace casus::method {

using PeopleInGroup = std::vector<std::string>;  ///< ids, in the order in which they joined

/// How many groups so many people make, at least one. Nobody is left alone: of five people in pairs, three are
/// together.
int number_of_groups(const Parallel& how, int people);

/// How many there are in the largest of them.
int largest_group(const Parallel& how, int people);

/// How many sit in each of them: as many in all, or one more in the first.
std::vector<std::size_t> sizes_of_groups(const Parallel& how, std::size_t people);

/// Neighbours sit together; groups differ by one person at most, and the larger ones come first.
std::vector<PeopleInGroup> grouped(const Parallel& how, const PeopleInGroup& people);

/// The same of groups that join: they stay whole, in their order. Who left is gone, who came since is put in the
/// smallest.
std::vector<PeopleInGroup> joined_groups(const Parallel& how, const std::vector<PeopleInGroup>& before,
                                         const PeopleInGroup& people);

/// Seats those who are there now. Who left is gone. Who came since sits in the smallest group, of equals the first;
/// where more groups belong to so many people, they and the last of the largest begin one. Whoever is left alone by
/// that sits with the smallest of the others. A group that nobody sits in any more stays, empty, at its place.
void seat_now(const Parallel& how, std::vector<PeopleInGroup>& groups, const PeopleInGroup& people);

/// The same, without the empty ones.
std::vector<PeopleInGroup> groups_now(const Parallel& how, std::vector<PeopleInGroup> before,
                                      const PeopleInGroup& people);

}  // namespace casus::method
