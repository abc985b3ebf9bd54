/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CASUS_METHOD_PLUGIN_C_H
#define CASUS_METHOD_PLUGIN_C_H

/* Native rules of a method for who does not write C++, or has another compiler: the same questions and the same view as
   in plugin_api.hpp, as functions and plain values. Nothing here changes size or place within one number of the
   interface; what is added comes at the end of a struct, and `size` says how much of it there is. */

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define CASUS_METHOD_C_API 1u

/* Words of a case: UTF-8, not ended by a zero, and there until the function that got them returns. */
typedef struct casus_text {
  const char* bytes;
  size_t size;
} casus_text;

typedef struct casus_view casus_view;         /* a case at one moment */
typedef struct casus_findings casus_findings; /* where an answer is put */

/* Where the case stands. */
typedef struct casus_position {
  casus_text phase; /* "analysis", "plan_of_action", "network_involvement", "evaluation" */
  casus_text step;  /* empty before the first */
  casus_text method;
  uint32_t round;
} casus_position;

/* A contribution that somebody wants to make. */
typedef struct casus_draft {
  casus_text by, kind, text, to, re;
} casus_draft;

enum { CASUS_INFO = 0, CASUS_WARNING = 1, CASUS_SOFT = 2, CASUS_HARD = 3 };

/* What rules can ask and answer. Rows, fields, scopes and facts are called as `casus method words` calls them
   ("contributions", "kind", "step", "question"); a word that is not there is a fault that names it. A function that
   gives a number of type int gives 1 when there is something, and 0 otherwise. */
typedef struct casus_host {
  uint32_t size; /* of this struct, in the program */
  uint32_t api;

  void (*position)(const casus_view*, casus_position* out);
  size_t (*rows)(const casus_view*, const char* rows);
  int (*text)(const casus_view*, const char* rows, size_t row, const char* field, casus_text* out);
  int (*number)(const casus_view*, const char* rows, size_t row, const char* field, double* out);
  int (*flag)(const casus_view*, const char* rows, size_t row, const char* field, int* out);
  int (*has)(const casus_view*, const char* rows, size_t row, const char* field, const char* word);
  int (*within)(const casus_view*, const char* rows, size_t row, const char* scope);
  int (*fact)(const casus_view*, const char* fact, casus_text* out);
  /* The first phrase of a list of the method, or of the program ("casus/advice"), that stands in the text. */
  int (*said)(const casus_view*, const char* list, casus_text text, casus_text* phrase);

  /* Adds a finding; `rule` is "<plugin>/<rule>". The words are copied. */
  void (*found)(casus_findings*, const char* rule, int weight, const char* nl, const char* en);
  /* What shows the finding that was added last: the id of a contribution, an action, ... */
  void (*proof)(casus_findings*, casus_text id);
} casus_host;

/* The rules of one method; a function that is not there has nothing to say. Each answers from its arguments alone. */
typedef struct casus_rules {
  uint32_t size; /* of this struct, in the plugin */
  void (*review)(const casus_host*, const casus_view*, const casus_draft*, casus_findings*);
  void (*assess)(const casus_host*, const casus_view*, casus_findings*);
  void (*suggest)(const casus_host*, const casus_view*, casus_findings*);
  void (*fidelity)(const casus_host*, const casus_view*, casus_findings*);
} casus_rules;

/* Begins every plugin, in a section of its own: read from the file before anything of it is loaded. */
typedef struct casus_stamp {
  char magic[8]; /* "CASUSPLC" */
  uint32_t size; /* of this struct */
  uint32_t api;
  uint32_t unused[2];
  char toolchain[48]; /* anything */
  char flavour[16];   /* anything */
  char plugin[48];    /* id of the plugin: the name of its folder */
  char version[16];
} casus_stamp;

typedef struct casus_plugin_c {
  casus_stamp stamp;
  /* The rules of a method by its id, or NULL; they live as long as the library is open. */
  const casus_rules* (*rules)(const char* method_id);
} casus_plugin_c;

/* Exports a plugin: CASUS_METHOD_PLUGIN_C("buurt", "1.0.0", rules_for) once in a source. What another language exports
   is called `casus_method_plugin_c` and lies in the section ".casus_stamp". */
#define CASUS_METHOD_PLUGIN_C(ID, VERSION, RULES)                                                                  \
  __attribute__((visibility("default"), used, section(".casus_stamp"))) const casus_plugin_c casus_method_plugin_c = { \
      {{'C', 'A', 'S', 'U', 'S', 'P', 'L', 'C'},                                                                   \
       (uint32_t)sizeof(casus_stamp),                                                                              \
       CASUS_METHOD_C_API,                                                                                         \
       {0, 0},                                                                                                     \
       "c",                                                                                                        \
       "any",                                                                                                      \
       ID,                                                                                                         \
       VERSION},                                                                                                   \
      RULES};                                                                                                      \
  extern const casus_plugin_c casus_method_plugin_c

#ifdef __cplusplus
}
#endif

#endif
