// SPDX-License-Identifier: EUPL-1.2
#include "core/remote/zgw_delivery.hpp"

#include "core/base/base64.hpp"
#include "core/remote/address.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <vector>

namespace casus::remote {

using nlohmann::json;

namespace {

using Keys = std::initializer_list<const char*>;

// What may be handed in of each: a register makes up the rest itself.
constexpr Keys kOfCase{"identificatie",      "bronorganisatie",
                       "omschrijving",       "zaaktype",
                       "registratiedatum",   "verantwoordelijkeOrganisatie",
                       "startdatum",         "vertrouwelijkheidaanduiding",
                       "betalingsindicatie", "opschorting"};
constexpr Keys kOfStatus{"statustype", "datumStatusGezet", "statustoelichting"};
constexpr Keys kOfRole{"betrokkene",     "betrokkeneType",      "roltype",
                       "roltoelichting", "indicatieMachtiging", "betrokkeneIdentificatie"};
constexpr Keys kOfResult{"resultaattype", "toelichting"};
constexpr Keys kOfLink{"titel", "beschrijving"};

json only(const json& resource, Keys keys) {
  json out = json::object();
  for (const auto* key : keys)
    if (resource.contains(key)) out[key] = resource.at(key);
  return out;
}

bool says_nothing(const json& value) {
  if (value.is_boolean()) return !value.get<bool>();
  if (value.is_string()) return value.get_ref<const std::string&>().empty();
  if (value.is_object()) return std::ranges::all_of(value, says_nothing);
  return value.is_null() || (value.is_array() && value.empty());
}

/// Whether a register has what is wanted; it may have more, and write nothing in its own way.
bool agrees(const json& wanted, const json& there) {
  if (says_nothing(wanted)) return says_nothing(there);
  if (!wanted.is_object()) return wanted == there;
  if (!there.is_object()) return false;
  for (const auto& [key, value] : wanted.items())
    if (!agrees(value, there.value(key, json()))) return false;
  return true;
}

json what_differs(const json& wanted, const json& there) {
  json out = json::object();
  for (const auto& [key, value] : wanted.items())
    if (!agrees(value, there.value(key, json()))) out[key] = value;
  return out;
}

std::string url_of(const json& resource) { return resource.at("url").get<std::string>(); }

/// A moment as registers write it: with a part of a second, and by their own clock; nothing for what is none.
std::optional<Time> moment_in(const json& resource, const char* key) {
  const auto found = resource.find(key);
  if (found == resource.end() || !found->is_string()) return std::nullopt;
  auto text = found->get<std::string>();
  constexpr std::size_t kToSeconds = 19;  // "2026-03-02T09:30:00"
  if (text.size() <= kToSeconds) return std::nullopt;
  auto rest = text.substr(kToSeconds);
  text.resize(kToSeconds);
  if (rest.front() == '.') rest.erase(0, rest.find_first_not_of("0123456789", 1));
  const auto moment = time_from(text + 'Z');
  if (!moment || rest == "Z") return moment;
  if (rest.size() != 6 || (rest[0] != '+' && rest[0] != '-') || rest[3] != ':') return std::nullopt;
  const auto beyond = time_from("2000-01-01T" + rest.substr(1) + ":00Z");
  if (!beyond) return std::nullopt;
  const auto offset = *beyond - *time_from("2000-01-01T00:00:00Z");
  return rest[0] == '+' ? *moment - offset : *moment + offset;
}

bool is_same_status(const json& wanted, const json& there) {
  return agrees(wanted.at("statustype"), there.value("statustype", json())) &&
         moment_in(wanted, "datumStatusGezet") == moment_in(there, "datumStatusGezet");
}

bool is_same_role(const json& wanted, const json& there) {
  return agrees(only(wanted, {"roltype", "betrokkeneType", "betrokkeneIdentificatie"}), there);
}

class Delivery {
 public:
  Delivery(const json& file, const ZgwOwn& own, const ZgwSettings& settings, const ZgwWorld& world)
      : file_(file), own_(own), line_(settings, world) {}

  /// In the order in which a register takes it: one that is closed there is opened by a status before anything of it
  /// can be changed, and closed by the last status once it has its result.
  ZgwDelivered delivered() {
    const auto there = found_or_made_case();
    done_.url = url_of(there);
    const bool ends = !file_.at("resultaat").is_null();
    if (!ends) deliver_statuses();
    deliver_change_of(there);
    for (const auto& document : file_.at("informatieobjecten")) deliver_document(document);
    deliver_roles();
    if (ends) deliver_result();
    else take_result_away();
    if (ends) deliver_statuses();
    return done_;
  }

 private:
  using Found = std::vector<json>;

  // A register that does not look at what it is asked for would have others of it changed.
  Found of_case(const std::string& what) {
    return where(line_.all(what, {{"zaak", done_.url}}),
                 [&](const json& one) { return agrees(done_.url, one.value("zaak", json())); });
  }

  static Found where(Found all, const std::function<bool(const json&)>& holds) {
    std::erase_if(all, [&](const json& one) { return !holds(one); });
    return all;
  }

  json make(const std::string& what, const json& body, const std::function<Found()>& find) {
    auto made = line_.make(what, body, find);
    ++done_.made;
    return made;
  }

  /// Of a resource that goes by a number of ours.
  Found by_number(const std::string& what, const json& wanted) {
    const auto number = only(wanted, {"identificatie", "bronorganisatie"});
    auto found = where(line_.all(what, {{"identificatie", number.at("identificatie").get<std::string>()},
                                        {"bronorganisatie", number.at("bronorganisatie").get<std::string>()}}),
                       [&](const json& one) { return agrees(number, one); });
    if (found.size() > 1) throw ZgwTrouble{ZgwTrouble::Kind::several, host_of(line_.address_of(what, "")), what, 0, {}};
    return found;
  }

  json found_or_made_case() {
    const auto wanted = only(file_.at("zaak"), kOfCase);
    const auto find = [&] { return by_number("zaken", wanted); };
    if (auto found = find(); !found.empty()) return std::move(found.front());
    return make("zaken", wanted, find);
  }

  void deliver_change_of(const json& there) {
    auto wanted = only(file_.at("zaak"), kOfCase);
    if (!wanted.contains("opschorting")) wanted["opschorting"] = {{"indicatie", false}, {"reden", ""}};
    const auto changes = what_differs(wanted, there);
    if (changes.empty()) return;
    line_.change("zaken", done_.url, changes);
    ++done_.changed;
  }

  void deliver_statuses() {
    const auto& wanted = file_.at("statussen");
    const auto there = of_case("statussen");
    for (const auto& status : wanted) {
      const auto same = [&](const json& one) { return is_same_status(status, one); };
      if (std::ranges::any_of(there, same)) continue;
      // A register closes a case by a result, and one that is open again has none any more.
      if (status.at("statustype") == own_.closed && &status != &wanted.back()) {
        ++done_.left_out;
        continue;
      }
      auto body = only(status, kOfStatus);
      body["zaak"] = done_.url;
      make("statussen", body, [&] { return where(of_case("statussen"), same); });
    }
  }

  void deliver_roles() {
    const auto& wanted = file_.at("rollen");
    const auto there = of_case("rollen");
    for (const auto& role : wanted) {
      const auto same = [&](const json& one) { return is_same_role(role, one); };
      if (std::ranges::any_of(there, same)) continue;
      auto body = only(role, kOfRole);
      body["zaak"] = done_.url;
      make("rollen", body, [&] { return where(of_case("rollen"), same); });
    }
    for (const auto& one : there) {
      if (std::ranges::any_of(wanted, [&](const json& role) { return is_same_role(role, one); })) continue;
      const auto is_of_type = [&](const ZgwOwn::Role& role) { return agrees(role.type, one.value("roltype", json())); };
      const auto is_own = [&](const ZgwOwn::Role& role) {
        return is_of_type(role) && agrees(role.about, one.value("roltoelichting", json()));
      };
      if (std::ranges::any_of(own_.roles, is_own) && take_role_away(one)) ++done_.roles_taken_away;
      else if (std::ranges::any_of(own_.roles, is_of_type)) ++done_.left_there;
    }
  }

  /// False when the register does not let it go, as of a case that is closed.
  bool take_role_away(const json& role) {
    try {
      line_.take_away("rollen", url_of(role));
    } catch (const ZgwTrouble& trouble) {
      if (trouble.kind != ZgwTrouble::Kind::no_right) throw;
      return false;
    }
    return true;
  }

  void deliver_result() {
    const auto wanted = only(file_.at("resultaat"), kOfResult);
    const auto there = of_case("resultaten");
    if (there.empty()) {
      auto body = wanted;
      body["zaak"] = done_.url;
      make("resultaten", body, [&] { return of_case("resultaten"); });
      return;
    }
    const auto changes = what_differs(wanted, there.front());
    if (changes.empty()) return;
    line_.change("resultaten", url_of(there.front()), changes);
    ++done_.changed;
  }

  void take_result_away() {
    for (const auto& one : of_case("resultaten")) {
      line_.take_away("resultaten", url_of(one));
      ++done_.taken_away;
    }
  }

  void deliver_document(const json& document) {
    const std::string what(kZgwDocuments);
    auto wanted = document;
    wanted.erase("url");
    wanted.erase("uuid");
    const auto find = [&] { return by_number(what, wanted); };
    auto found = find();
    const bool is_new = found.empty();
    const auto there = is_new ? make(what, wanted, find) : std::move(found.front());
    if (!is_new) renew(there, wanted);
    const ZgwLine::Fields both{{"zaak", done_.url}, {"informatieobject", url_of(there)}};
    const auto linked = [&] { return line_.all("zaakinformatieobjecten", both); };
    if (!linked().empty()) return;
    for (const auto& link : file_.at("zaakinformatieobjecten")) {
      if (link.at("informatieobject") != document.at("url")) continue;
      auto body = only(link, kOfLink);
      body["zaak"] = done_.url;
      body["informatieobject"] = url_of(there);
      make("zaakinformatieobjecten", body, linked);
    }
  }

  void renew(const json& there, json wanted) {
    const std::string what(kZgwDocuments);
    const auto content = wanted.at("inhoud");
    wanted.erase("inhoud");
    auto changes = what_differs(wanted, there);
    const bool is_other = changes.contains("bestandsomvang") ||
                          line_.bytes_of(what, url_of(there)) != from_base64(content.get<std::string>());
    if (is_other) {
      changes["inhoud"] = content;
      changes["bestandsomvang"] = wanted.at("bestandsomvang");
    }
    const auto address = line_.address_of(what, url_of(there));
    if (changes.empty()) {
      if (there.value("locked", json()) == true) free_lock(what, address);
      return;
    }
    changes["lock"] = lock(what, address);
    try {
      line_.change(what, url_of(there), changes);
    } catch (const ZgwTrouble&) {
      unlock(what, address, changes.at("lock"));
      throw;
    }
    const auto freed = unlock(what, address, changes.at("lock"));
    if (!freed.again || freed.answer.status != 400) line_.require_taken(freed.answer, what);
    ++done_.changed;
  }

  ZgwLine::Sent unlock(const std::string& what, const std::string& address, const json& lock) {
    return line_.send("POST", what, address + "/unlock", {{"lock", lock}});
  }

  /// A lock that stands there is one of an attempt that broke off: nobody else works on this document.
  void free_lock(const std::string& what, const std::string& address) {
    const auto [answer, again] = line_.send("POST", what, address + "/unlock", json::object());
    if (!again || answer.status != 400) line_.require_taken(answer, what);
  }

  json lock(const std::string& what, const std::string& address) {
    const auto ask = [&] { return line_.send("POST", what, address + "/lock", json::object()).answer; };
    auto answer = ask();
    if (answer.status == 400) {
      free_lock(what, address);
      answer = ask();
    }
    line_.require_taken(answer, what);
    return line_.lock_in(answer);
  }

  const json& file_;
  const ZgwOwn& own_;
  ZgwLine line_;
  ZgwDelivered done_;
};

}  // namespace

Outcome<ZgwDelivered, ZgwTrouble> deliver(const json& file, const ZgwOwn& own, const ZgwSettings& settings,
                                          const ZgwWorld& world) {
  try {
    return Delivery(file, own, settings, world).delivered();
  } catch (const ZgwTrouble& trouble) {
    return failure(trouble);
  }
}

}  // namespace casus::remote
