// SPDX-License-Identifier: EUPL-1.2
#include "tests/remote/zgw_register.hpp"

#include "core/base/base64.hpp"
#include "core/remote/jose.hpp"
#include "core/report/exchange/zgw.hpp"
#include "core/web/server/encoding.hpp"
#include "tests/report/sample.hpp"
#include "tests/report/zgw_schema.hpp"
#include "tests/web/openid_keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace casus::test {

using nlohmann::json;
using remote::Answer;

namespace {

const std::map<std::string, std::string> kZgwResourceOf{{"zaken", "zaak"},
                                                        {"statussen", "status"},
                                                        {"rollen", "rol"},
                                                        {"resultaten", "resultaat"},
                                                        {"zaakinformatieobjecten", "zaakinformatieobject"},
                                                        {"enkelvoudiginformatieobjecten", "informatieobject"}};
constexpr std::size_t kZgwOnAPage = 2;
const std::string kZgwDocumentsHere = "enkelvoudiginformatieobjecten";

}  // namespace

/// "PATCH zaken/UUID": a question taken apart.
struct ZgwRegister::Asked {
  std::string method;
  std::string what;
  std::string uuid;  ///< empty: of the list
  std::string part;  ///< "download", "lock"
  std::string query;
  json body;

  std::string called() const { return method + ' ' + what + (part.empty() ? "" : '/' + part); }
};

remote::ZgwSettings ZgwRegister::settings() const {
  return {root_ + "zaken/api/v1/", root_ + "documenten/api/v1/", "casus-wijkteam", "geheim", secret};
}

remote::ZgwWorld ZgwRegister::world() {
  return {[this](const remote::Question& question) { return answer(question).value_or(Answer{}); },
          [] { return at("2026-03-10T09:00:00Z"); },
          [this](std::chrono::milliseconds length) { waited.push_back(length); }};
}

std::optional<Answer> ZgwRegister::answer(const remote::Question& question) {
  Asked asked;
  asked.method = !question.method.empty() ? question.method : question.json.empty() ? "GET" : "POST";
  if (!question.address.starts_with(root_)) throw std::logic_error("a token went to " + question.address);
  auto path = question.address.substr(root_.size());
  const auto sign = std::min(path.find('?'), path.size());
  asked.query = path.substr(std::min(sign + 1, path.size()));
  path.resize(sign);
  const bool of_documents = path.starts_with("documenten/api/v1/");
  path.erase(0, std::string(of_documents ? "documenten/api/v1/" : "zaken/api/v1/").size());
  for (auto* piece : {&asked.what, &asked.uuid, &asked.part}) {
    const auto end = std::min(path.find('/'), path.size());
    *piece = path.substr(0, end);
    path.erase(0, end + 1);
  }
  if (!kZgwResourceOf.contains(asked.what) || of_documents != (asked.what == kZgwDocumentsHere)) return Answer{404};
  if (!question.json.empty()) {
    asked.body = json::parse(question.json);
    bodies.push_back(question.json);
  }
  ++asked_[asked.called()];
  if (!lets_in(question.bearer)) return Answer{401, R"({"title":"Niet ingelogd","detail":"Het token klopt niet."})"};
  for (auto& one : failing) {
    if (one.times == 0 || !asked.called().starts_with(one.at)) continue;
    --one.times;
    if (one.done) (void)done(asked);
    if (one.status == 0) return std::nullopt;
    Answer failed{one.status, R"({"title":"Even niet"})"};
    failed.retry_after = one.retry_after;
    return failed;
  }
  return done(asked);
}

bool ZgwRegister::lets_in(const std::string& token) const {
  const auto begin = token.find('.');
  const auto end = token.rfind('.');
  if (begin == std::string::npos || end == begin) return false;
  const auto claims = remote::from_base64url(std::string_view(token).substr(begin + 1, end - begin - 1));
  if (!claims) return false;
  const auto read = json::parse(*claims);
  return read.at("iss") == "casus-wijkteam" && read.at("client_id") == "casus-wijkteam" && read.contains("iat") &&
         signed_with_secret(secret, {{"typ", "JWT"}}, read) == token;
}

Answer ZgwRegister::refusal(int status, const std::string& name, const std::string& reason) const {
  return {status, json{{"type", root_ + "fout"},
                       {"code", "invalid"},
                       {"title", "Ongeldige invoer."},
                       {"status", status},
                       {"detail", reason},
                       {"instance", "urn:uuid:0"},
                       {"invalidParams", {{{"name", name}, {"code", "invalid"}, {"reason", reason}}}}}
                      .dump()};
}

Answer ZgwRegister::done(const Asked& asked) {
  if (asked.uuid.empty() && asked.method == "GET") return list(asked);
  if (const auto why = forbidden(asked); !why.empty()) return refusal(403, "nonFieldErrors", why);
  if (asked.uuid.empty()) return asked.method == "POST" ? make(asked) : Answer{405};
  auto& all = held_[asked.what];
  const auto found = all.find(asked.uuid);
  if (found == all.end()) return {404, R"({"title":"Niet gevonden"})"};
  if (asked.part == "download") return {200, *from_base64(found->second.at("inhoud").get<std::string>())};
  if (asked.part == "lock" || asked.part == "unlock") return lock(asked, asked.part == "lock");
  if (asked.method == "PATCH") return change(asked);
  if (asked.method != "DELETE") return {200, shown(asked.what, found->second).dump()};
  all.erase(found);
  return {204};
}

Answer ZgwRegister::list(const Asked& asked) const {
  const auto query = web::fields_from(asked.query);
  json rows = json::array();
  if (const auto here = held_.find(asked.what); here != held_.end())
    for (const auto& [uuid, one] : here->second) {
      const bool meant = std::ranges::all_of(
          std::vector<std::string>{"identificatie", "bronorganisatie", "zaak", "informatieobject"},
          [&](const std::string& name) { return !query->has(name) || one.value(name, "") == query->get(name); });
      if (meant) rows.push_back(shown(asked.what, one));
    }
  if (asked.what == "zaakinformatieobjecten") return {200, rows.dump()};
  const auto page = query->has("page") ? std::stoul(query->get("page")) : 1U;
  json on_it = json::array();
  for (auto i = (page - 1) * kZgwOnAPage; i < std::min<std::size_t>(page * kZgwOnAPage, rows.size()); ++i)
    on_it.push_back(rows[i]);
  json next;
  if (page * kZgwOnAPage < rows.size()) {
    auto rest = asked.query.substr(0, asked.query.find("&page="));
    next = fmt::format("http://binnen.voorbeeld.invalid/{}?{}&page={}", asked.what, rest, page + 1);
  }
  return {200, json{{"count", rows.size()}, {"next", next}, {"previous", nullptr}, {"results", on_it}}.dump()};
}

json* ZgwRegister::zaak_of(const json& url) {
  for (auto& [uuid, one] : held_["zaken"])
    if (one.at("url") == url) return &one;
  return nullptr;
}

/// Of a closed case nothing is changed but by a status that opens it, and its result once it is open.
std::string ZgwRegister::forbidden(const Asked& asked) const {
  const auto closed = [&](const std::string& url) {
    const auto& all = held_.find("zaken")->second;
    const auto found = std::ranges::find_if(all, [&](const auto& one) { return one.second.at("url") == url; });
    return found != all.end() && !found->second.value("einddatum", json()).is_null();
  };
  if (held_.find("zaken") == held_.end() || asked.what == "statussen" || asked.what == kZgwDocumentsHere) return {};
  std::string url;
  if (asked.what == "zaken") url = asked.uuid.empty() ? "" : root_ + "zaken/api/v1/zaken/" + asked.uuid;
  else if (!asked.uuid.empty()) {
    const auto& all = held_.at(asked.what);
    if (const auto found = all.find(asked.uuid); found != all.end()) url = found->second.value("zaak", "");
  } else if (asked.body.is_object()) {
    url = asked.body.value("zaak", "");
  }
  return closed(url) ? "De zaak is afgesloten." : "";
}

std::string ZgwRegister::new_uuid() { return fmt::format("00000000-0000-4000-8000-{:012x}", ++made_); }

Answer ZgwRegister::make(const Asked& asked) {
  const auto found = zgw_wrong_with_request(asked.body, kZgwResourceOf.at(asked.what), true);
  if (!found.empty()) {
    wrong.insert(wrong.end(), found.begin(), found.end());
    const auto field = found.front().substr(found.front().rfind(' ') + 1);
    return refusal(400, field, "De waarde is ongeldig: " + found.front());
  }
  const auto same = [&](const char* one, const char* other) {
    return std::ranges::any_of(held_[asked.what], [&](const auto& there) {
      return there.second.at(one) == asked.body.at(one) && there.second.at(other) == asked.body.at(other);
    });
  };
  if (asked.body.contains("identificatie") && same("identificatie", "bronorganisatie"))
    return refusal(400, "identificatie", "Deze identificatie bestaat al.");
  if (asked.body.contains("zaak") && zaak_of(asked.body.at("zaak")) == nullptr)
    return refusal(400, "zaak", "Deze zaak bestaat niet.");
  if (asked.what == "statussen" && same("zaak", "datumStatusGezet"))
    return refusal(400, "datumStatusGezet", "Er is al een status van dat moment.");
  if (asked.what == "resultaten" && same("zaak", "zaak"))
    return refusal(400, "zaak", "Deze zaak heeft al een resultaat.");
  if (asked.what == "statussen" && asked.body.at("statustype") == zgw_filled_types().statuses.closed) {
    const bool has_result = std::ranges::any_of(
        held_["resultaten"], [&](const auto& one) { return one.second.at("zaak") == asked.body.at("zaak"); });
    if (!has_result) return refusal(400, "statustype", "De zaak heeft nog geen resultaat.");
  }
  auto made = asked.body;
  const auto uuid = new_uuid();
  const auto api = asked.what == kZgwDocumentsHere ? "documenten" : "zaken";
  made["uuid"] = uuid;
  made["url"] = fmt::format("{}{}/api/v1/{}/{}", root_, api, asked.what, uuid);
  held_[asked.what][uuid] = made;
  if (asked.what == "statussen") follow_status(made);
  return {201, shown(asked.what, made).dump()};
}

void ZgwRegister::follow_status(const json& status) {
  auto& zaak = *zaak_of(status.at("zaak"));
  std::string last;
  for (const auto& [uuid, one] : held_["statussen"])
    if (one.at("zaak") == status.at("zaak")) last = std::max(last, one.at("datumStatusGezet").get<std::string>());
  if (last != status.at("datumStatusGezet")) return;
  const bool ends = status.at("statustype") == zgw_filled_types().statuses.closed;
  zaak["einddatum"] = ends ? json(last.substr(0, 10)) : json();
}

Answer ZgwRegister::change(const Asked& asked) {
  const auto found = zgw_wrong_with_request(asked.body, kZgwResourceOf.at(asked.what), false);
  if (!found.empty()) {
    wrong.insert(wrong.end(), found.begin(), found.end());
    return refusal(400, found.front().substr(found.front().rfind(' ') + 1), "De waarde is ongeldig: " + found.front());
  }
  auto& here = held_[asked.what].at(asked.uuid);
  auto body = asked.body;
  if (asked.what == kZgwDocumentsHere) {
    const auto lock = locks_.find(asked.uuid);
    if (lock == locks_.end() || lock->second != body.at("lock")) return refusal(400, "lock", "Incorrect lock.");
    body.erase("lock");
  }
  here.update(body);
  return {200, shown(asked.what, here).dump()};
}

Answer ZgwRegister::lock(const Asked& asked, bool locks) {
  const auto there = locks_.find(asked.uuid);
  if (locks) {
    if (there != locks_.end()) return refusal(400, "nonFieldErrors", "Het document is al vergrendeld.");
    return {200, json{{"lock", locks_[asked.uuid] = fmt::format("slot-{}", ++made_)}}.dump()};
  }
  const auto given = asked.body.value("lock", "");
  if (there == locks_.end() || (!given.empty() && given != there->second))
    return refusal(400, "nonFieldErrors", "Incorrect lock.");
  locks_.erase(there);
  return {204};
}

/// As registers answer: more than was handed in, and moments in their own way.
json ZgwRegister::shown(const std::string& what, json one) const {
  if (what == kZgwDocumentsHere) {
    one["inhoud"] = one.at("url").get<std::string>() + "/download";
    one["locked"] = locks_.contains(one.at("uuid").get<std::string>());
    one["versie"] = 1;
  }
  if (what == "statussen") {
    auto moment = one.at("datumStatusGezet").get<std::string>();
    moment.replace(moment.size() - 1, 1, ".000000+00:00");
    one["datumStatusGezet"] = moment;
  }
  if (what == "rollen") one["betrokkeneIdentificatie"]["identificatie"] = "";
  if (what == "zaken" && !one.contains("opschorting")) one["opschorting"] = {{"indicatie", false}, {"reden", ""}};
  return one;
}

const json& ZgwRegister::only(const std::string& what) {
  const auto& all = held_[what];
  if (all.size() != 1) throw std::logic_error(fmt::format("{} {}", all.size(), what));
  return all.begin()->second;
}

json ZgwRegister::all() const {
  json out = json::object();
  for (const auto& [what, resources] : held_) {
    std::vector<std::string> rows;
    for (const auto& [uuid, one] : resources) {
      auto row = one;
      for (const auto* made_up : {"url", "uuid", "zaak", "informatieobject"}) row.erase(made_up);
      rows.push_back(row.dump());
    }
    std::ranges::sort(rows);
    if (!rows.empty()) out[what] = rows;
  }
  out["locks"] = locks_.size();
  return out;
}

int ZgwRegister::asked(const std::string& how) const {
  int count = 0;
  for (const auto& [called, times] : asked_)
    if (called == how || called.starts_with(how + ' ')) count += times;
  return count;
}

report::ZgwTypes zgw_filled_types() {
  auto text = report::zgw_draft();
  const std::string draft = "catalogi.voorbeeld.invalid";
  for (auto at = text.find(draft); at != std::string::npos; at = text.find(draft, at))
    text.replace(at, draft.size(), "catalogi.gemeente.example");
  return report::zgw_types_from(text).value();
}

json zgw_file_of(const Case& state, Time now) {
  return report::zgw_case(state, zgw_filled_types(),
                          {"Wijkteam Voorbeeld", now == Time{} ? at("2026-03-10T09:00:00Z") : now}, Lang::nl);
}

remote::ZgwOwn zgw_own() {
  const auto types = zgw_filled_types();
  remote::ZgwOwn own{types.statuses.closed, {}};
  for (const auto& mark : report::zgw_role_marks(types, Lang::nl)) own.roles.push_back({mark.type, mark.about});
  return own;
}

Outcome<remote::ZgwDelivered, remote::ZgwTrouble> zgw_delivered(ZgwRegister& to, const json& file) {
  return remote::deliver(file, zgw_own(), to.settings(), to.world());
}

}  // namespace casus::test
