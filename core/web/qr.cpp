// SPDX-License-Identifier: EUPL-1.2
#include "core/web/qr.hpp"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>

namespace casus::web {

Html qr_picture(const std::string& text, const std::string& label) {
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M),
                                                        QRcode_free);
  if (!code) return {};
  constexpr int kEdge = 4;
  const int width = code->width;
  std::string path;
  for (int y = 0; y < width; ++y)
    for (int x = 0; x < width; ++x) {
      int length = 0;
      while (x + length < width && (code->data[y * width + x + length] & 1) != 0) ++length;
      if (length == 0) continue;
      path += fmt::format("M{} {}h{}v1h-{}z", x + kEdge, y + kEdge, length, length);
      x += length;
    }
  const int all = width + 2 * kEdge;
  return el("svg",
            {{"viewBox", fmt::format("0 0 {} {}", all, all)},
             {"role", "img"},
             {"aria-label", label},
             {"xmlns", "http://www.w3.org/2000/svg"}},
            single("path", {{"fill", "#fff"}, {"d", fmt::format("M0 0h{0}v{0}H0z", all)}}) +
                single("path", {{"fill", "#000"}, {"d", path}}));
}

}  // namespace casus::web
