// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

namespace casus::test {

/// A PostgreSQL server of our own for the tests of one run: reached by a socket in its folder and by nothing else, and
/// gone with this program, however that ends. Made at its first use.
class Cluster {
 public:
  /// Nothing when no server is installed on this machine.
  static Cluster* shared();
  /// Another one, for who measures: what it kept is on the disk, as with a server that is used. Nothing likewise.
  static std::unique_ptr<Cluster> durable();
  ~Cluster();
  Cluster(const Cluster&) = delete;

  /// Its address: a new database with the tables, in which role "desk" may work in this team.
  std::string database(const std::string& team = "noord");
  /// The same place for another role or another team.
  static std::string as(const std::string& role, const std::string& address);
  static std::string of_team(const std::string& team, const std::string& address);

  /// Without waiting for anybody, as when the machine goes down.
  void kill();
  void stop() { end(2); }  // SIGINT: whoever is connected is cut off
  void start();
  /// Ends the connections of every program that works in its databases.
  void cut_off() const;

 private:
  Cluster(std::string programs, bool durable);
  void end(int signal);
  pid_t run(std::vector<std::string> words) const;

  std::string programs_;
  const bool durable_;
  std::string folder_;
  pid_t server_ = 0;
  int databases_ = 0;
};

}  // namespace casus::test
