// SPDX-License-Identifier: EUPL-1.2
// The ID token as text and time: each thing that may be wrong with one, by itself, in a token that is right otherwise.
#include "core/remote/jose.hpp"
#include "core/web/sign_in/openid/token.hpp"
#include "tests/support/catch.hpp"
#include "tests/web/openid_keys.hpp"

namespace casus::test {
namespace {

using nlohmann::json;
using web::openid::Distrust;

const Time kSigning = std::chrono::sys_days(std::chrono::year(2026) / 3 / 2) + std::chrono::hours(9);

std::int64_t moment(std::chrono::seconds later) {
  return std::chrono::duration_cast<std::chrono::seconds>((kSigning + later).time_since_epoch()).count();
}

/// A provider with a key of each kind, and a token that is right.
struct Signed {
  static const SigningKey& rsa() {
    static const SigningKey key;
    return key;
  }
  static const SigningKey& curve() {
    static const SigningKey key(SigningKey::Kind::curve);
    return key;
  }

  json header{{"alg", "RS256"}, {"kid", "r"}};
  json claims{{"iss", "https://inloggen.example"},
              {"sub", "7f3"},
              {"aud", "casus"},
              {"nonce", "n-0"},
              {"iat", moment(std::chrono::seconds(0))},
              {"exp", moment(std::chrono::minutes(5))}};
  json keys{{"keys", {rsa().jwk("r"), curve().jwk("c")}}};
  web::openid::Expected expected{"https://inloggen.example", "casus", "n-0", kSigning};

  std::string token() const { return (header.value("alg", "") == "ES256" ? curve() : rsa()).signs(header, claims); }
  /// "" when it is trusted.
  std::string judged(const std::string& text) const {
    const auto set = web::openid::keys_from(keys.dump());
    REQUIRE(set);
    const auto told = web::openid::trusted(text, *set, expected);
    return told ? std::string() : std::string(key(told.error()));
  }
  std::string judged() const { return judged(token()); }
};

}  // namespace

TEST_CASE("a token that the provider signed for this program and this sign-in is trusted", "[web]") {
  Signed it;
  const auto set = web::openid::keys_from(it.keys.dump());
  const auto told = web::openid::trusted(it.token(), *set, it.expected);
  REQUIRE(told);
  CHECK(json::parse(*told) == it.claims);
  it.header["alg"] = "PS256";
  CHECK(it.judged() == "");
  it.header = {{"alg", "ES256"}, {"kid", "c"}};
  CHECK(it.judged() == "");
  // One that names no key, when there is one that fits.
  it.header = {{"alg", "ES256"}};
  CHECK(it.judged() == "");
}

TEST_CASE("a token is signed by a published key in an allowed way, or is not trusted", "[web]") {
  const Signed it;
  const SigningKey stranger;
  CHECK(it.judged(stranger.signs(it.header, it.claims)) == "signature");
  // Signed by nobody, or with what everybody can read as the secret.
  for (const auto* none : {"none", "None", "nOnE", ""})
    CHECK(it.judged(unsigned_token({{"alg", none}, {"kid", "r"}}, it.claims)) == "algorithm");
  CHECK(it.judged(signed_with_secret(Signed::rsa().pem(), {{"kid", "r"}}, it.claims)) == "algorithm");
  CHECK(it.judged(signed_with_secret(Signed::rsa().jwk("r")["n"].get<std::string>(), {{"kid", "r"}}, it.claims)) ==
        "algorithm");
  CHECK(it.judged(unsigned_token({{"alg", "RS256"}, {"kid", "r"}}, it.claims)) == "signature");
  // By another way than its header says, and by a key of another kind.
  auto as_pss = it.header;
  as_pss["alg"] = "PS256";
  const auto right = it.token();
  const auto body = right.find('.');
  CHECK(it.judged(base64url(as_pss.dump()) + right.substr(body)) == "signature");
  CHECK(it.judged(Signed::rsa().signs({{"alg", "RS256"}, {"kid", "c"}}, it.claims)) == "unknown_key");
  CHECK(it.judged(Signed::rsa().signs({{"alg", "RS256"}, {"kid", "gone"}}, it.claims)) == "unknown_key");
  for (const auto* odd : {"RS1", "RS384x", "EdDSA", "ES512"})
    CHECK(it.judged(Signed::rsa().signs({{"alg", odd}, {"kid", "r"}}, it.claims)) == "algorithm");
  // Every letter counts, of what is told and of the signature.
  for (const auto at : {right.find('.') + 5, right.rfind('.') + 5, right.size() - 3}) {
    auto changed = right;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    CHECK(it.judged(changed) != "");
  }
}

TEST_CASE("a key is used for what it is published for alone", "[web]") {
  Signed it;
  auto key = Signed::rsa().jwk("r");
  const auto judged = [&](const char* name, const json& value) {
    auto other = key;
    other[name] = value;
    it.keys = {{"keys", {other}}};
    return it.judged();
  };
  CHECK(judged("use", "enc") == "unknown_key");
  CHECK(judged("key_ops", {"encrypt"}) == "unknown_key");
  CHECK(judged("key_ops", {"verify"}) == "");
  CHECK(judged("alg", "PS256") == "unknown_key");
  CHECK(judged("alg", "RS256") == "");
  CHECK(judged("d", "published") == "unknown_key");
  CHECK(judged("kty", "oct") == "unknown_key");
  CHECK(judged("n", "AQAB") == "unknown_key");
  // Two that fit, and the token names none.
  it.header.erase("kid");
  it.keys = {{"keys", {key, SigningKey().jwk("other")}}};
  CHECK(it.judged() == "unknown_key");
  // One that others can work out.
  const SigningKey weak(SigningKey::Kind::rsa_short);
  it.keys = {{"keys", {weak.jwk("r")}}};
  CHECK(it.judged(weak.signs({{"alg", "RS256"}, {"kid", "r"}}, it.claims)) == "unknown_key");
}

TEST_CASE("a token of another provider, for another program or given to one is not trusted", "[web]") {
  Signed it;
  const auto judged = [&](const char* name, const json& value) {
    Signed other;
    other.claims[name] = value;
    return other.judged();
  };
  CHECK(judged("iss", "https://elders.example") == "issuer");
  CHECK(judged("iss", "https://inloggen.example/") == "issuer");
  CHECK(judged("aud", "another") == "audience");
  CHECK(judged("aud", json::array()) == "audience");
  CHECK(judged("aud", {"casus"}) == "");
  CHECK(judged("aud", {"casus", 3}) == "audience");
  CHECK(judged("aud", {"casus", "another"}) == "party");
  CHECK(judged("azp", "another") == "party");
  CHECK(judged("azp", "casus") == "");
  CHECK(judged("sub", "") == "malformed");
  it.claims["aud"] = {"another", "casus"};
  it.claims["azp"] = "casus";
  CHECK(it.judged() == "");
  it.claims["azp"] = {"casus"};
  CHECK(it.judged() == "party");
}

TEST_CASE("a token holds in its time, with a minute for clocks that differ", "[web]") {
  using std::chrono::seconds;
  const auto judged = [&](const char* name, const json& value) {
    Signed it;
    it.claims[name] = value;
    return it.judged();
  };
  CHECK(judged("exp", moment(seconds(-59))) == "");
  CHECK(judged("exp", moment(seconds(-60))) == "expired");
  CHECK(judged("exp", moment(std::chrono::hours(-24))) == "expired");
  CHECK(judged("nbf", moment(seconds(60))) == "");
  CHECK(judged("nbf", moment(seconds(61))) == "early");
  CHECK(judged("iat", moment(seconds(61))) == "early");
  CHECK(judged("exp", static_cast<double>(moment(seconds(9))) + 0.5) == "");
  // What is no time is no token.
  for (const auto& odd : {json("soon"), json(), json(-1), json(1e300), json(true)})
    CHECK(judged("exp", odd) == "malformed");
  CHECK(judged("iat", "now") == "malformed");
  CHECK(judged("nbf", "now") == "malformed");
  Signed without;
  without.claims.erase("exp");
  CHECK(without.judged() == "malformed");
}

TEST_CASE("a token that was seen before, in another sign-in, is not trusted", "[web]") {
  Signed it;
  it.expected.nonce = "n-1";
  CHECK(it.judged() == "nonce");
  it.claims.erase("nonce");
  CHECK(it.judged() == "nonce");
  // Nothing that was begun here has no nonce; then none matches.
  it.claims["nonce"] = "";
  it.expected.nonce = "";
  CHECK(it.judged() == "nonce");
}

TEST_CASE("what is no token is none", "[web]") {
  const Signed it;
  const auto right = it.token();
  for (const auto& odd : {std::string(), std::string("a.b.c"), std::string("..."), right + ".", right + "=",
                          std::string(100'000, 'A') + right, right.substr(0, right.rfind('.'))})
    CHECK(it.judged(odd) != "");
  auto critical = it.header;
  critical["crit"] = {"b64"};
  CHECK(it.judged(Signed::rsa().signs(critical, it.claims)) == "malformed");
  // A key twice in one object: who reads the first and who reads the second would not agree.
  CHECK(it.judged(base64url(R"({"alg":"RS256","kid":"r","alg":"none"})") + right.substr(right.find('.'))) ==
        "malformed");
  for (const auto* odd : {"", "[]", "{}", R"({"keys":{}})", R"({"keys":[)"}) CHECK_FALSE(web::openid::keys_from(odd));
  CHECK(web::openid::keys_from(R"({"keys":[1,{},{"kty":"RSA"},{"kty":"EC","crv":"P-256","x":"","y":""}]})"));
  CHECK_FALSE(remote::from_base64url("a+b"));
  CHECK(remote::from_base64url("_-8") == std::string("\xff\xef"));
}

}  // namespace casus::test
