// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/answers.hpp"
#include "core/desk/attaching.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/verbs/case/pages.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

/// Letters and photos with a case: attach, file.
namespace casus::desk {

using namespace text::literals;

namespace {

void parameters_of(Slots& slots, AttachFile& body) {
  slots.word(body.file,
             {"het bestand: een brief of een foto, tot 10 MB", "the file: a letter or a photo, up to 10 MB"});
  slots.option(body.about, {"wat het is, in een paar woorden", "what it is, in a few words"});
}

class Attach final : public Plain<AttachFile, parameters_of> {
 protected:
  service::Answer hand_over(Desk& desk, Command command) override { return attach(desk, std::move(command)); }
};

class AttachedFile final : public CasePage {
 public:
  void shape(Slots& slots) override {
    CasePage::shape(slots);
    slots.word("ATTACHMENT", id_, {"nummer van de bijlage, zoals f1", "id of the attachment, like f1"});
    slots.needed_output("out", out_, {"bestand om te schrijven", "file to write"});
  }

 protected:
  CasePart part() const override { return CasePart::files; }

  void page(Desk& desk, Reply& reply, const Case& state, Sight) override {
    const auto found = std::ranges::find(state.files, id_, [](const Attachment& one) { return one.file.id; });
    if (found == state.files.end())
      throw Usage{desk.voice().say("attach.none_called", "id"_is = id_, "case"_is = state.id)};
    write_file(desk, out_, file_of(desk, state, id_));
    if (desk.json())
      reply.json({{"case", state.id}, {"id", id_}, {"kind", key(found->file.kind)}, {"file", out_.path}});
    else reply.line(desk.voice().say("attach.written", "file"_is = out_.path));
  }

 private:
  std::string id_;
  store::OutputFile out_;
};

}  // namespace

Entries file_verbs() {
  return {
      {"case attach",
       {"een brief of foto bij de casus", "a letter or photo with the case"},
       {"case attach 2026-001 brief.pdf --about 'Brief van de woningbouw' --as Noor",
        "case attach 2026-001 letter.pdf --about 'Letter of the housing company' --as Noor"},
       fresh<Attach>},
      {"case file",
       {"een bijlage naar een bestand", "an attachment to a file"},
       {"case file 2026-001 f1 --out brief.pdf --as Noor", "case file 2026-001 f1 --out letter.pdf --as Noor"},
       fresh<AttachedFile>},
  };
}

}  // namespace casus::desk
