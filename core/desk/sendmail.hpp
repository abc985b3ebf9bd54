// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

/// Mail through the program of this machine that takes it (sendmail, or one that is called as that is: msmtp, Postfix).
namespace casus::desk {

/// $CASUS_SENDMAIL: the path of that program. Empty: no mail goes out from here, which is how it is unless somebody who
/// looks after the machine said otherwise.
std::string sendmail_program();

/// Hands a message to it, for one address. Throws Fault(store) with what the program said of it by its exit code; then
/// nothing was sent.
void hand_to_sendmail(const std::string& program, const std::string& to, std::string_view message);

}  // namespace casus::desk
