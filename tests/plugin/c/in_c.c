/* SPDX-License-Identifier: EUPL-1.2 */
/* A plugin in C: one method with rules, and others that are wrong on purpose, by the name of the method. */
#include "core/method/plugin_c.h"

#include <string.h>

static int is(casus_text text, const char* word) {
  return text.size == strlen(word) && memcmp(text.bytes, word, text.size) == 0;
}

static size_t marks_in(casus_text text) {
  size_t count = 0;
  for (size_t i = 0; i < text.size; ++i) count += text.bytes[i] == '?';
  return count;
}

static void review(const casus_host* host, const casus_view* view, const casus_draft* draft, casus_findings* out) {
  casus_text phrase;
  if (is(draft->kind, "question") && marks_in(draft->text) > 1)
    host->found(out, "trial/one-question", CASUS_WARNING, "Stel één vraag tegelijk.", "Ask one question at a time.");
  if (host->said(view, "but", draft->text, &phrase)) {
    host->found(out, "trial/but", CASUS_INFO, "Er staat 'maar'.", "It says 'but'.");
    host->proof(out, phrase);
  }
}

/* Which contributions of this step are questions, which scores are high, and who is there. */
static void assess(const casus_host* host, const casus_view* view, casus_findings* out) {
  casus_text id, question;
  double value;
  int present;
  for (size_t row = 0; row < host->rows(view, "contributions"); ++row)
    if (host->within(view, "contributions", row, "step") && host->has(view, "contributions", row, "kind", "question") &&
        host->text(view, "contributions", row, "id", &id)) {
      host->found(out, "trial/question", CASUS_SOFT, "Een vraag.", "A question.");
      host->proof(out, id);
    }
  for (size_t row = 0; row < host->rows(view, "scores"); ++row)
    if (host->number(view, "scores", row, "value", &value) && value > 7)
      host->found(out, "trial/high", CASUS_HARD, "Hoog.", "High.");
  for (size_t row = 0; row < host->rows(view, "participants"); ++row)
    if (host->flag(view, "participants", row, "present", &present) && present)
      host->found(out, "trial/there", CASUS_INFO, "Is er.", "Is there.");
  if (!host->fact(view, "question", &question))
    host->found(out, "trial/none", CASUS_INFO, "Geen vraag.", "No question.");
  /* What is not there is nothing. */
  if (host->text(view, "contributions", 999, "id", &id) || host->number(view, "contributions", 0, "text", &value))
    host->found(out, "trial/ghost", CASUS_HARD, "Spook.", "Ghost.");
}

static void suggest(const casus_host* host, const casus_view* view, casus_findings* out) {
  casus_position at;
  host->position(view, &at);
  if (is(at.phase, "analysis") && at.round == 1)
    host->found(out, "trial/analysis", CASUS_INFO, "Analyse.", "Analysis.");
}

static void asks_unknown(const casus_host* host, const casus_view* view, casus_findings* out) {
  casus_text text;
  host->text(view, "contributions", 0, "knd", &text);
  host->found(out, "trial/after", CASUS_INFO, "Daarna.", "After.");
}

static void gives_odd_weight(const casus_host* host, const casus_view* view, casus_findings* out) {
  (void)view;
  host->found(out, "trial/odd", 77, "Vreemd.", "Odd.");
}

static void gives_no_words(const casus_host* host, const casus_view* view, casus_findings* out) {
  (void)view;
  host->found(out, "trial/empty", CASUS_INFO, NULL, NULL);
}

static const casus_rules kGood = {sizeof(casus_rules), review, assess, suggest, NULL};
/* As if made against an interface that had one question only: what lies behind is never called. */
static const casus_rules kShort = {offsetof(casus_rules, assess), review, gives_odd_weight, gives_odd_weight, NULL};
static const casus_rules kUnknown = {sizeof(casus_rules), NULL, asks_unknown, NULL, NULL};
static const casus_rules kOdd = {sizeof(casus_rules), NULL, gives_odd_weight, gives_no_words, NULL};

static const casus_rules* rules_for(const char* method) {
  if (strcmp(method, "trial/m") == 0) return &kGood;
  if (strcmp(method, "trial/short") == 0) return &kShort;
  if (strcmp(method, "trial/unknown") == 0) return &kUnknown;
  if (strcmp(method, "trial/odd") == 0) return &kOdd;
  return NULL;
}

CASUS_METHOD_PLUGIN_C("trial", "1.0.0", rules_for);
