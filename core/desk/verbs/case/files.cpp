// SPDX-License-Identifier: EUPL-1.2
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
  slots.word(body.file, "help.file_letter_photo_up_10");
  slots.option(body.about, "help.what_few_words");
}

class Attach final : public Plain<AttachFile, parameters_of> {
 protected:
  service::Answer hand_over(Desk& desk, Command command) override { return attach(desk, std::move(command)); }
};

class AttachedFile final : public CasePage {
 public:
  void shape(Slots& slots) override {
    CasePage::shape(slots);
    slots.word("ATTACHMENT", id_, "help.id_attachment_like_f1");
    slots.needed_output("out", out_, "help.file_write");
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
      {"case attach", "help.letter_photo_case", "help.case_attach_2026_001_letter", fresh<Attach>},
      {"case file", "help.attachment_file", "help.case_file_2026_001_f1", fresh<AttachedFile>},
  };
}

}  // namespace casus::desk
