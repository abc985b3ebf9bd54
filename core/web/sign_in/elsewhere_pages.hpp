// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/sign_in/admission.hpp"
#include "core/web/visit.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

/// Coming in by a sign-in elsewhere, and going out there too: what is the same by whichever way people come. Who they
/// are is decided in admission; here are the pages around it, and what was being typed when a session ran out.
namespace casus::web {

class ElsewherePages {
 public:
  virtual ~ElsewherePages() = default;
  ElsewherePages(const ElsewherePages&) = delete;
  ElsewherePages& operator=(const ElsewherePages&) = delete;

  /// Whether there is a group that leads to this team.
  bool leads_to(const std::string& team) const;
  /// Whether the tables, as they are now, still know whose device this is, and lead to this seat in the team by some
  /// group. In which groups they are is asked when they sign in.
  bool lets_in(const Device& device, const std::string& team) const;
  /// Whether it is one of the paths of `page`.
  static bool is_path(std::string_view path);
  /// "/sign-in": to where people are signed in. "/signed-in": back from it. "/again": what was typed before.
  /// "/signed-out".
  Response page(Visit& visit);
  /// Keeps a form that cannot be done because the session ran out, until the same person signed in again at this
  /// browser. False when it is not known whose it was, or it is too much.
  bool keep_typed(const Visit& visit);
  /// A form for a case, of somebody without a device here: when it is known who they are and they are not of this team,
  /// the log of that case keeps it, as it does when they ask for a page.
  void keep_stranger(const Visit& visit);
  /// At each request, before anything is done: a device is taken from the visit when it is not believed any more.
  virtual void look_again(Visit& visit) const = 0;
  /// Whether somebody without a device, who asks for a page of their work, goes by /sign-in first.
  virtual bool sends_round(const Visit& visit) const = 0;
  /// Who came in by there goes out here: where to go next.
  virtual std::string leave(const Visit& visit);

 protected:
  explicit ElsewherePages(House& house) : house_(house) {}

  virtual const Admission& admission() const = 0;
  virtual Response sign_in(Visit& visit, const std::string& back) = 0;
  virtual Response come_back(Visit& visit) = 0;
  virtual Response signed_out(Visit& visit) = 0;
  /// As whom this browser is known at this moment, as far as that can be told without going there.
  virtual std::optional<Subject> known(const Visit& visit) const = 0;

  /// They are known: who they are here decides whether they come in. For as long as the tables say, or until another
  /// time; `session`: digest of what they are signed in by for all teams of the server (openid/signed_in.hpp); empty:
  /// for this team alone.
  Response arrive(Visit& visit, const Subject& told, const std::string& back);
  Response arrive(Visit& visit, const Subject& told, const std::string& back, Time until, const std::string& session);

  House& house_;

 private:
  /// A form as it was sent.
  struct Typed {
    std::string name;    ///< of who typed it
    std::string target;  ///< where it was sent to
    Fields fields;
    Time until{};
  };
  Response again(Visit& visit);
  /// False when they were too often lately, and nothing is kept of this time.
  bool turn_away(const Visit& visit, const Subject& told, std::string_view back, CasePart part);
  void forget_typed(Time now);

  std::map<std::string, Typed> typed_;  ///< by digest of the token of the browser
};

/// How sure the log is of who came in as this.
desk::Sureness sureness_of(Place role);

/// Why somebody is not signed in, with the way to try again; where pages of a team are, by the code of a meeting too.
/// `front`: in the place of another try, where the teams are that they have.
Response not_signed_in(const Visit& visit, const std::string& provider, int status, const std::string& why,
                       const std::string& more = {}, const std::string& front = {});

/// What who left reads, with the place to sign out elsewhere too unless that is empty.
Response left_page(const Visit& visit, const std::string& provider, const text::Message& words,
                   const std::string& elsewhere = {});

/// A page of this site to go back to, with its query; never another host.
std::string way_back(const std::string& asked);

/// The path and query of a question, as an address has them.
std::string target_of(const Request& request);

}  // namespace casus::web
