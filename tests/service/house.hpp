// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/service.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/manual_clock.hpp"
#include "tests/support/open_service.hpp"
#include "tests/support/temp_dir.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace casus::test {

/// A machine with its own copy of the shipped definitions, and a store on disk that several services can open.
struct House {
  TempDir folder;
  ManualClock clock;

  House() {
    namespace fs = std::filesystem;
    const fs::path root(CASUS_SOURCE_DIR);
    fs::create_directories(folder / "plugins/werf");
    auto text = content_of(root / "plugins/werf/werf.json");
    // Without its library, so that the copy stands on its own.
    if (const auto at = text.find("\"library\": \"werf\","); at != std::string::npos) text.erase(at, 18);
    folder.write("plugins/werf/werf.json", text);
    fs::create_directories(folder / "workflows");
    fs::copy_file(root / "workflows/intervision.json", folder / "workflows/intervision.json");
  }

  std::filesystem::path method_file() const { return folder / "plugins/werf/werf.json"; }
};

/// One process at work: its own catalogues, its own handle on the store, its own service.
struct Desk {
  std::unique_ptr<store::Store> store;
  plugin::Catalogue methods;
  workflow::Catalogue workflows;
  OpenService service;

  Desk(const House& house, std::unique_ptr<store::Store> opened)
      : store(std::move(opened)),
        methods(plugin::Catalogue::scan({(house.folder / "plugins").string()})),
        workflows(workflow::Catalogue::scan({(house.folder / "workflows").string()})),
        service(*store, methods, workflows, house.clock) {}
  explicit Desk(const House& house) : Desk(house, store::open_sqlite({(house.folder / "casus.db").string(), true})) {}

  service::Answer does(const std::string& by, auto body, const std::string& id = {},
                       const std::string& case_id = "c-1") {
    return service.handle(Command{id, case_id, by, {}, std::nullopt, CommandBody(std::move(body))});
  }

  /// A case in its first step: who opens it presents, Bram is the chair.
  void begin(const std::string& case_id = "c-1", const std::string& by = "Noor Bakker") {
    OpenCase open{.title = "Moeder met twee kinderen",
                  .privacy = Privacy::anonymous,
                  .basis = Basis::wmo,
                  .purpose = "samen een eerste stap vinden",
                  .method = "werf/werf"};
    const auto all_done = [&](const service::Answer& answer) {
      if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
      REQUIRE(answer.done());
    };
    all_done(does(by, open, {}, case_id));
    all_done(does(by, AddParticipant{"Bram", {Role::chair}, true, false, "06-12345678"}, {}, case_id));
    all_done(does(by, AskQuestion{"Hoe nu verder?", "Ik bel morgen."}, {}, case_id));
    all_done(does("Bram", NextStep{}, {}, case_id));
  }
};

/// Who does something to the team where it does not matter who: its first member. Empty while it has none.
inline std::string somebody_of(service::Service& service) {
  const auto team = service.team();
  return team && !team->members.empty() ? team->members.front().name : std::string();
}

/// A team at its desk, with case c-1: Noor presents and Bram is the chair.
struct TeamDesk {
  House house;
  Desk desk{house};

  void found_team(const std::vector<std::string>& names) {
    tells(FoundTeam{{.name = "Noord"}});
    for (const auto& name : names) tells(AddMember{{name, ""}});
  }
  void tells(TeamBody body) { CHECK(told(std::move(body)).empty()); }
  /// The name of the refusal, or empty.
  std::string told(TeamBody body) {
    const auto answer = desk.service.handle(TeamCommand{{}, {}, std::move(body), somebody_of(desk.service)});
    return answer.refusal ? answer.refusal->name : "";
  }
  std::string does(const std::string& by, auto body) {
    const auto answer = desk.does(by, std::move(body));
    return answer.refusal ? answer.refusal->name : "";
  }
  Case state() { return desk.service.open("c-1"); }
};

/// A title given to a story.
inline Say title(const std::string& text) { return Say{{.kind = "title", .text = text}}; }

/// Every case that holds for all stores runs with both.
inline std::unique_ptr<store::Store> some_store(const House& house) {
  const std::string kind = GENERATE(as<std::string>{}, "memory", "sqlite");
  UNSCOPED_INFO("store: " << kind);
  return kind == "memory" ? store::open_memory() : store::open_sqlite({(house.folder / "casus.db").string(), true});
}

/// The text of the fault that `work` throws; empty when it throws none.
std::string fault_of(auto&& work) {
  try {
    work();
  } catch (const std::exception& fault) {
    return fault.what();
  }
  return "";
}

}  // namespace casus::test
