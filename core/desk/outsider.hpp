// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/refusal.hpp"

#include <optional>
#include <string>

/// Who is not of the team, when it has members, learns of no case that they have no place in: neither that it is there
/// nor whose it is. They are told the same of one that is there and of one that is not.
namespace casus::desk {

class Desk;

/// Whether who sits here is not of the team. Nobody while the store has none, and never who came by a link of their
/// own, or to look after the store: those are told what they are. `by`: in whose name something is done, when nobody
/// said who sits here.
bool is_outsider(Desk& desk, const std::string& by = {});

/// Whether there is a case of that number, and its key is here.
bool can_be_read(Desk& desk, const std::string& case_id);

/// Whether there is a case of that number to who sits here. One that cannot be read, as its key is lost, is none to an
/// outsider, and told to all others (KeyMissing).
bool is_there_for(Desk& desk, const std::string& case_id, const std::string& by = {});

/// Whether nothing may come out of this case for who sits here: an outsider without a place in it, who did not look
/// with a reason before and did not erase it. Also of a case that is not there. In reading.cpp, where every look is.
bool is_hidden(Desk& desk, const std::string& case_id, const std::string& by = {});

/// What they hear instead who want to look, and who want to do something.
Refusal hidden_from_view(const Desk& desk, const std::string& because);
Refusal hidden_from_doing(const Desk& desk, const std::string& by = {});

/// That there is no such case, for an outsider as hidden_from_view; to all others it is thrown as Usage, with the
/// nearest known id. Nothing when it is there.
std::optional<Refusal> missing_case(Desk& desk, const std::string& case_id, const std::string& because = {});

/// Why who sits here may not even begin to do something in this case; kept in its log of looks when it is there.
/// Throws Usage, with the nearest known id, when there is no such case and that may be told.
std::optional<Refusal> kept_out(Desk& desk, const std::string& case_id);

}  // namespace casus::desk
