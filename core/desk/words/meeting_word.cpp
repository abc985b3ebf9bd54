// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/meeting_word.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace casus::desk {

const std::vector<MeetingWord>& meeting_words() {
  static const std::vector<MeetingWord> words{
      {Ask::next,
       {"verder", "v", "volgende"},
       {"next", "go"},
       {"verder [omdat REDEN]", "next [because REASON]"},
       {"naar de volgende stap; met een reden als er iets zachts mist",
        "to the next step; with a reason when something soft is missing"}},
      {Ask::back,
       {"terug"},
       {"back"},
       {"terug [STAP] [omdat REDEN]", "back [STEP] [because REASON]"},
       {"een stap terug, of naar een eerdere stap", "one step back, or to an earlier step"}},
      {Ask::pass,
       {"pas"},
       {"pass"},
       {"pas [NAAM]", "pass [NAME]"},
       {"de beurt voorbij laten gaan", "give up the turn"}},
      {Ask::why,
       {"waarom", "w"},
       {"why"},
       {"waarom", "why"},
       {"wat er nog mist en hoe je verder komt", "what is missing, and the way on"}},
      {Ask::suggest,
       {"tip"},
       {"suggest"},
       {"tip", "suggest"},
       {"wat je nu kunt vragen, en waarom", "what to ask now, and why"}},
      {Ask::goal,
       {"doel"},
       {"goal"},
       {"doel: TEKST", "goal: TEXT"},
       {"een doel, als wat er dan wel is", "a goal, as what will be there instead"},
       true},
      {Ask::action,
       {"actie"},
       {"action"},
       {"actie WIE: WAT; WANNEER; WIE KIJKT NA; TREDE", "action WHO: WHAT; WHEN; WHO CHECKS; RUNG"},
       {"een actie; zeg er 'eerste stap' of g1 bij als dat zo is. Voorbeeld: actie noor: samen bellen; woensdag; "
        "samira; "
        "zelf. Steeds weer: elke woensdag",
        "an action; add 'first step' or g1 when that is so. Example: action noor: phone together; Wednesday; samira; "
        "self. Again and again: every Wednesday"},
       true},
      {Ask::result,
       {"resultaat"},
       {"result"},
       {"resultaat a1 [gelukt|deels|niet]: WAT HET OPLEVERDE", "result a1 [done|partly|not]: WHAT CAME OF IT"},
       {"wat er van een actie kwam", "what came of an action"},
       true},
      {Ask::score,
       {"cijfer"},
       {"score"},
       {"cijfer WIE 6: WAAROM; WAT ER BIJ EEN PUNT HOGER ANDERS IS", "score WHO 6: WHY; WHAT IS DIFFERENT ONE HIGHER"},
       {"een cijfer van 0 tot 10", "a score from 0 to 10"},
       true},
      {Ask::review,
       {"terugkijken"},
       {"review"},
       {"terugkijken DAG", "review DAY"},
       {"de dag om terug te kijken, zoals over 6 weken", "the day to look back, such as in 6 weeks"}},
      {Ask::tell,
       {"vertel"},
       {"tell"},
       {"vertel [WIE]: WAT; WANNEER", "tell [WHO]: WHAT; WHEN"},
       {"wat de inwoner te horen krijgt, van wie en wanneer", "what the resident hears, from whom and when"},
       true},
      {Ask::signal,
       {"signaal"},
       {"signal"},
       {"signaal THEMA: TEKST", "signal THEME: TEXT"},
       {"een signaal over de wijk; geen namen", "a signal about the area; no names"},
       true},
      {Ask::learn,
       {"leer", "leerlijn"},
       {"learn"},
       {"leer [THEMA]: TEKST", "learn [THEME]: TEXT"},
       {"wat het team ervan leert; geen namen", "what the team learns; no names"},
       true},
      {Ask::concern,
       {"zorg", "zorgen", "veiligheid", "onveilig"},
       {"concern", "worry", "safety", "unsafe"},
       {"zorg: TEKST", "concern: TEXT"},
       {"een zorg over veiligheid: de meldcode begint", "a safety concern: the meldcode begins"},
       true},
      {Ask::acute,
       {"acuut", "gevaar", "nood", "spoed"},
       {"acute", "danger", "emergency"},
       {"acuut: TEKST", "acute: TEXT"},
       {"iemand is nu in gevaar: alles staat stil", "somebody is in danger now: everything stops"},
       true},
      {Ask::handled,
       {"veilig"},
       {"handled", "safe"},
       {"veilig: WAT ER IS GEDAAN", "handled: WHAT WAS DONE"},
       {"wat er aan het acute gevaar is gedaan", "what was done about the danger"},
       true},
      {Ask::meldcode,
       {"meldcode"},
       {"meldcode"},
       {"meldcode 2: WAT ER GEBEURDE", "meldcode 2: WHAT HAPPENED"},
       {"een stap van de meldcode: 1 signalen, 2 overleg, 3 gesprek, 4 wegen, 5 beslissen",
        "a step of the meldcode: 1 signals, 2 consult, 3 talk, 4 weigh, 5 decide"},
       true},
      {Ask::start,
       {"begin"},
       {"start"},
       {"begin NAAM, NAAM, ...", "start NAME, NAME, ..."},
       {"het overleg begint, met wie er zijn", "the meeting begins, with those who are there"}},
      {Ask::take,
       {"neem"},
       {"take"},
       {"neem [CASUS]", "take [CASE]"},
       {"het volgende agendapunt, of dit", "the next item of the agenda, or this one"}},
      {Ask::park,
       {"parkeer"},
       {"park"},
       {"parkeer [omdat REDEN]", "park [because REASON]"},
       {"dit agendapunt wacht", "this item waits"}},
      {Ask::ready, {"klaar"}, {"done"}, {"klaar", "done"}, {"dit agendapunt is klaar", "this item is done"}},
      {Ask::chair,
       {"voorzitter", "gespreksleider"},
       {"chair"},
       {"voorzitter NAAM", "chair NAME"},
       {"iemand anders leidt het gesprek", "somebody else takes the chair"}},
      {Ask::arrive, {"erbij"}, {"arrive"}, {"erbij NAAM", "arrive NAME"}, {"iemand komt binnen", "somebody comes in"}},
      {Ask::leave, {"weg"}, {"leave"}, {"weg NAAM", "leave NAME"}, {"iemand gaat weg", "somebody goes"}},
      {Ask::finish, {"einde"}, {"end"}, {"einde", "end"}, {"het overleg is afgelopen", "the meeting is over"}},
      {Ask::other,
       {"ander"},
       {"other"},
       {"ander [DAG]", "other [DAY]"},
       {"naar het andere overleg: van een eerdere dag, of het volgende",
        "to the other meeting: of an earlier day, or the next"}},
      {Ask::agenda,
       {"agenda"},
       {"agenda"},
       {"agenda", "agenda"},
       {"de agenda met de tijd", "the agenda with its time"}},
      {Ask::said, {"gezegd"}, {"said"}, {"gezegd", "said"}, {"alles van deze ronde", "all of this round"}},
      {Ask::plan, {"plan"}, {"plan"}, {"plan", "plan"}, {"doelen en acties", "goals and actions"}},
      {Ask::network,
       {"netwerk"},
       {"network"},
       {"netwerk", "network"},
       {"de mensen om de inwoner heen", "the people around the resident"}},
      {Ask::people, {"tafel"}, {"people"}, {"tafel", "people"}, {"wie er aan tafel zit", "who is at the table"}},
      {Ask::step, {"stap"}, {"step"}, {"stap", "step"}, {"deze stap helemaal", "this step in full"}},
      {Ask::pasted,
       {"geplakt"},
       {"pasted"},
       {"geplakt", "pasted"},
       {"doe de regels die je plakte, een voor een", "do the lines that you pasted, one by one"}},
      {Ask::help,
       {"help", "h", "?"},
       {"help"},
       {"? of help [WOORD]", "? or help [WORD]"},
       {"deze uitleg", "this help"}},
      {Ask::stop,
       {"stop", "q"},
       {"stop", "quit", "exit"},
       {"stop", "stop"},
       {"het scherm dicht; later verder waar jullie waren", "close the screen; go on later where you were"}},
  };
  return words;
}

const MeetingWord* meeting_word(std::string_view typed) {
  const auto wanted = folded(trimmed(typed));
  for (const auto& word : meeting_words())
    for (const auto* names : {&word.nl, &word.en})
      if (std::ranges::find(*names, wanted) != names->end()) return &word;
  return nullptr;
}

std::string name_of(Ask ask, Lang lang) {
  const auto found = std::ranges::find(meeting_words(), ask, &MeetingWord::ask);
  return found == meeting_words().end() ? std::string() : std::string(found->name(lang));
}

std::vector<std::string> meeting_help(std::string_view about, Lang lang) {
  const auto line = [&](const MeetingWord& word) {
    return std::string(word.form.in(lang)) + "  -  " + std::string(word.about.in(lang));
  };
  if (const auto* one = meeting_word(about)) return {line(*one)};
  std::vector<std::string> lines{
      said(lang, {"NAAM: wat er gezegd wordt  -  een bijdrage; een begin van de naam is genoeg",
                  "NAME: what is said  -  a contribution; the beginning of the name will do"}),
      said(lang, {"NAAM SOORT: tekst  -  met de soort erbij, zoals: noor wens: zij wil weer slapen",
                  "NAME KIND: text  -  with its kind, such as: noor wish: she wants to sleep again"}),
      said(lang, {"NAAM aan NAAM: tekst, NAAM antwoord b4: tekst  -  tegen wie, en op welke bijdrage",
                  "NAME to NAME: text, NAME answer b4: text  -  to whom, and on which contribution"}),
      said(lang, {"NAAM SOORT ja: tekst  -  met een antwoord: ja, nee of later",
                  "NAME KIND yes: text  -  with an answer: yes, no or later"}),
      said(lang, {": tekst  -  van wie aan de beurt is", ": text  -  by the one whose turn it is"})};
  for (const auto& word : meeting_words()) lines.push_back(line(word));
  lines.push_back(said(lang, {"/plan action 'Samen bellen' --who Noor  -  elke opdracht van casus, voor deze casus",
                              "/plan action 'Phone together' --who Noor  -  any command of casus, for this case"}));
  lines.push_back(said(lang, {"Tab vult aan, pijl omhoog haalt terug, PgUp en PgDn bladeren, Ctrl-C leegt de regel",
                              "Tab completes, arrow up brings back, PgUp and PgDn scroll, Ctrl-C empties the line"}));
  return lines;
}

}  // namespace casus::desk
