// SPDX-License-Identifier: EUPL-1.2
#include "tests/web/wire.hpp"

#include "tests/support/catch.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace casus::test {
namespace {

constexpr std::chrono::seconds kPatience{20};

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

}  // namespace

Wire::Wire(unsigned short port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0);
}

Wire::Wire(const std::string& socket_file) : socket_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_un to{};
  to.sun_family = AF_UNIX;
  REQUIRE(socket_file.size() < sizeof to.sun_path);
  socket_file.copy(to.sun_path, socket_file.size());
  REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0);
}

Wire::~Wire() { ::close(socket_); }

bool Wire::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool Wire::fill(std::chrono::milliseconds patience) {
  pollfd wait{socket_, POLLIN, 0};
  if (::poll(&wait, 1, static_cast<int>(patience.count())) <= 0) return false;
  char bytes[16384];
  const auto got = ::recv(socket_, bytes, sizeof bytes, 0);
  if (got <= 0) return false;
  read_.append(bytes, static_cast<std::size_t>(got));
  return true;
}

std::string Wire::read_all(std::chrono::milliseconds patience) {
  while (fill(patience)) {
  }
  return std::exchange(read_, {});
}

bool Wire::reads(std::string_view words, std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  for (;;) {
    if (const auto at = read_.find(words); at != std::string::npos) {
      read_.erase(0, at + words.size());
      return true;
    }
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    if (left.count() <= 0 || !fill(left)) return false;
  }
}

bool Wire::is_hung_up(std::chrono::milliseconds patience) {
  pollfd wait{socket_, POLLIN, 0};
  if (::poll(&wait, 1, static_cast<int>(patience.count())) <= 0) return false;
  char byte = 0;
  return ::recv(socket_, &byte, 1, MSG_PEEK) <= 0;
}

Got Wire::answer(bool head_only) {
  Got got;
  std::size_t end = std::string::npos;
  while ((end = read_.find("\r\n\r\n")) == std::string::npos)
    if (!fill(kPatience)) return got;
  const auto head = read_.substr(0, end + 2);
  read_.erase(0, end + 4);
  got.status = std::atoi(head.c_str() + std::string_view("HTTP/1.1 ").size());
  for (auto at = head.find("\r\n") + 2; at < head.size();) {
    const auto line_end = head.find("\r\n", at);
    const auto line = head.substr(at, line_end - at);
    at = line_end + 2;
    const auto colon = line.find(": ");
    if (colon == std::string::npos) continue;
    const auto name = lower(line.substr(0, colon));
    got.headers[name] = line.substr(colon + 2);
    if (name == "set-cookie") got.cookies.push_back(line.substr(colon + 2));
  }
  if (head_only || !got.headers.contains("content-length")) return got;
  const auto size = static_cast<std::size_t>(std::atol(got.headers["content-length"].c_str()));
  while (read_.size() < size && fill(kPatience)) {
  }
  got.body = read_.substr(0, size);
  read_.erase(0, got.body.size());
  return got;
}

std::string encoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      out += c;
      continue;
    }
    out += '%';
    out += kHex[static_cast<unsigned char>(c) >> 4];
    out += kHex[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

std::string value_behind(const std::string& html, std::string_view mark, std::string_view attribute) {
  const auto at = html.find(mark);
  if (at == std::string::npos) return {};
  const auto begin = html.rfind('<', at);
  const auto end = html.find('>', at);
  const auto tag = html.substr(begin, end - begin);
  const auto wanted = " " + std::string(attribute) + "=\"";
  const auto value = tag.find(wanted);
  if (value == std::string::npos) return {};
  const auto from = value + wanted.size();
  return tag.substr(from, tag.find('"', from) - from);
}

std::string Browser::request(const std::string& method, const std::string& path, const std::string& body) const {
  auto out = method + " " + path + " HTTP/1.1\r\nHost: " + host_ + "\r\n" + lines_;
  if (!cookie_.empty()) out += "Cookie: casus=" + cookie_ + "\r\n";
  if (method == "POST")
    out += "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n";
  return out + "\r\n" + body;
}

Wire Browser::connected() const {
  if (socket_file_.empty()) return Wire(port_);
  return Wire(socket_file_);
}

Got Browser::take(Got got) {
  for (const auto& cookie : got.cookies)
    if (cookie.starts_with("casus=")) cookie_ = cookie.substr(6, cookie.find(';') - 6);
  if (!got.body.empty()) page_ = got;
  return got;
}

Got Browser::get(const std::string& path) {
  auto wire = connected();
  wire.send(request("GET", path));
  return take(wire.answer());
}

Got Browser::post(const std::string& path, std::vector<std::pair<std::string, std::string>> fields) {
  if (std::ranges::none_of(fields, [](const auto& field) { return field.first == "token"; }))
    fields.emplace_back("token", value_behind(page_.body, "name=\"token\""));
  // A form of a meeting knows its case.
  if (page_.has("name=\"at\"") && std::ranges::none_of(fields, [](const auto& field) { return field.first == "at"; }))
    fields.emplace_back("at", value_behind(page_.body, "name=\"at\""));
  std::string body;
  for (const auto& [name, value] : fields) body += (body.empty() ? "" : "&") + encoded(name) + "=" + encoded(value);
  auto wire = connected();
  wire.send(request("POST", path, body));
  return take(wire.answer());
}

Got Browser::send_file(const std::string& path, const std::string& name, const std::string& bytes,
                       const std::vector<std::pair<std::string, std::string>>& fields) {
  const std::string boundary = "----casusTestBoundary7";
  std::string body;
  const auto part = [&](const std::string& head, const std::string& content) {
    body += "--" + boundary + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
  };
  if (std::ranges::none_of(fields, [](const auto& field) { return field.first == "token"; }))
    part("name=\"token\"", value_behind(page_.body, "name=\"token\""));
  for (const auto& [field, value] : fields) part("name=\"" + field + "\"", value);
  part("name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream", bytes);
  body += "--" + boundary + "--\r\n";
  auto wire = connected();
  wire.send("POST " + path + " HTTP/1.1\r\nHost: " + host_ + "\r\n" + lines_ + "Cookie: casus=" + cookie_ +
            "\r\nContent-Type: multipart/form-data; boundary=" + boundary +
            "\r\nSec-Fetch-Site: same-origin\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  return take(wire.answer());
}

Got Browser::submit(const std::string& form_id, const std::vector<std::pair<std::string, std::string>>& fields) {
  const auto at = page_.body.find(" id=\"" + form_id + "\"");
  INFO("form " << form_id << " in " << page_.body);
  REQUIRE(at != std::string::npos);
  const auto begin = page_.body.rfind("<form", at);
  const auto form = page_.body.substr(begin, page_.body.find("</form>", at) - begin);
  auto all = fields;
  for (auto input = form.find("type=\"hidden\""); input != std::string::npos;
       input = form.find("type=\"hidden\"", input + 1)) {
    const auto rest = form.substr(form.rfind('<', input));
    const auto name = value_behind(rest, "type=\"hidden\"", "name");
    if (std::ranges::none_of(fields, [&](const auto& field) { return field.first == name; }))
      all.emplace_back(name, value_behind(rest, "type=\"hidden\""));
  }
  return post(value_behind(form, "<form", "action"), all);
}

Got Browser::follow(Got got) {
  for (int steps = 0; got.status == 303 && steps < 5; ++steps) got = get(got.headers["location"]);
  return got;
}

}  // namespace casus::test
