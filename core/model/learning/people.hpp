// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

/// Who takes part in a learning session. A person stands in it by an id of that session; the name lies under a key of
/// that person, so that erasing the person reaches it.
namespace casus {

struct LearnerJoined {
  static constexpr std::string_view kName = "LearnerJoined";
  static constexpr int kVersion = 1;

  std::string person;
  std::string name;

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.secret("name", self.person, self.name);
  }
};

/// Command. What somebody gave to this session goes for good, their name with it.
struct ForgetLearner {
  static constexpr std::string_view kName = "ForgetLearner";

  std::string name;  ///< empty: who asks for it

  static void fields(auto& self, auto&& visit) { visit.optional("name", self.name); }
};

/// The key of this person in this stream is destroyed with it.
struct LearnerForgotten {
  static constexpr std::string_view kName = "LearnerForgotten";
  static constexpr int kVersion = 1;

  std::string person;

  static void fields(auto& self, auto&& visit) { visit.required("person", self.person); }
};

}  // namespace casus
