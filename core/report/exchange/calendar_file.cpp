// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/base/files/late_library.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/exchange/calendar.hpp"

#include <libical/ical.h>

#include <ctime>

#include <memory>

namespace casus::report {

namespace {

/// It brings the tables of all scripts with it, 31 MB: no other command opens those.
struct Ical : LateLibrary {
  Ical() : LateLibrary(CASUS_LIBICAL) {}

  decltype(::icalcomponent_add_component)* component_add_component = found("icalcomponent_add_component");
  decltype(::icalcomponent_add_property)* component_add_property = found("icalcomponent_add_property");
  decltype(::icalcomponent_as_ical_string_r)* component_as_ical_string_r = found("icalcomponent_as_ical_string_r");
  decltype(::icalcomponent_free)* component_free = found("icalcomponent_free");
  decltype(::icalcomponent_new)* component_new = found("icalcomponent_new");
  decltype(::icalmemory_free_buffer)* memory_free_buffer = found("icalmemory_free_buffer");
  decltype(::icalproperty_new_class)* property_new_class = found("icalproperty_new_class");
  decltype(::icalproperty_new_dtend)* property_new_dtend = found("icalproperty_new_dtend");
  decltype(::icalproperty_new_dtstamp)* property_new_dtstamp = found("icalproperty_new_dtstamp");
  decltype(::icalproperty_new_dtstart)* property_new_dtstart = found("icalproperty_new_dtstart");
  decltype(::icalproperty_new_prodid)* property_new_prodid = found("icalproperty_new_prodid");
  decltype(::icalproperty_new_sequence)* property_new_sequence = found("icalproperty_new_sequence");
  decltype(::icalproperty_new_status)* property_new_status = found("icalproperty_new_status");
  decltype(::icalproperty_new_summary)* property_new_summary = found("icalproperty_new_summary");
  decltype(::icalproperty_new_transp)* property_new_transp = found("icalproperty_new_transp");
  decltype(::icalproperty_new_uid)* property_new_uid = found("icalproperty_new_uid");
  decltype(::icalproperty_new_version)* property_new_version = found("icalproperty_new_version");
  decltype(::icalproperty_new_x)* property_new_x = found("icalproperty_new_x");
  decltype(::icalproperty_set_x_name)* property_set_x_name = found("icalproperty_set_x_name");
  decltype(::icaltime_from_timet_with_zone)* time_from_timet_with_zone = found("icaltime_from_timet_with_zone");
  decltype(::icaltime_null_date)* time_null_date = found("icaltime_null_date");
  decltype(::icaltimezone_get_utc_timezone)* timezone_get_utc_timezone = found("icaltimezone_get_utc_timezone");
};

const Ical& ical() {
  static const Ical opened;
  return opened;
}

struct FreeComponent {
  void operator()(icalcomponent* it) const { ical().component_free(it); }
};
struct FreeText {
  void operator()(char* it) const { ical().memory_free_buffer(it); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

icaltimetype ical_day(Date date) {
  auto out = ical().time_null_date();
  out.year = static_cast<int>(date.year());
  out.month = static_cast<int>(static_cast<unsigned>(date.month()));
  out.day = static_cast<int>(static_cast<unsigned>(date.day()));
  return out;
}

icaltimetype ical_moment(Time time) {
  return ical().time_from_timet_with_zone(static_cast<time_t>(time.time_since_epoch().count()), 0,
                                          ical().timezone_get_utc_timezone());
}

Component event_of(const CalendarEntry& entry) {
  Component event(ical().component_new(ICAL_VEVENT_COMPONENT));
  const auto add = [&](icalproperty* property) { ical().component_add_property(event.get(), property); };
  add(ical().property_new_uid(entry.uid.c_str()));
  add(ical().property_new_dtstamp(ical_moment(entry.changed)));
  add(ical().property_new_sequence(static_cast<int>(entry.sequence)));
  if (entry.cancelled) add(ical().property_new_status(ICAL_STATUS_CANCELLED));
  if (entry.day) {
    add(ical().property_new_dtstart(ical_day(*entry.day)));
    add(ical().property_new_dtend(ical_day(plus_days(*entry.day, 1))));
    add(ical().property_new_transp(ICAL_TRANSP_TRANSPARENT));  // a day on which something is due is not a busy day
  } else if (entry.begins && entry.ends) {
    add(ical().property_new_dtstart(ical_moment(*entry.begins)));
    add(ical().property_new_dtend(ical_moment(*entry.ends)));
  } else {
    throw Fault(Fault::Kind::definition, "a calendar entry needs a day, or a beginning and an end");
  }
  add(ical().property_new_summary(page::one_line(entry.summary).c_str()));
  add(ical().property_new_class(ICAL_CLASS_PRIVATE));
  return event;
}

}  // namespace

std::string calendar_file(const std::vector<CalendarEntry>& entries, std::string_view name) {
  Component calendar(ical().component_new(ICAL_VCALENDAR_COMPONENT));
  const auto add = [&](icalproperty* property) { ical().component_add_property(calendar.get(), property); };
  add(ical().property_new_version("2.0"));
  add(ical().property_new_prodid("-//Casusberaad//casus//NL"));
  auto* const called = ical().property_new_x(page::one_line(name).c_str());
  ical().property_set_x_name(called, "X-WR-CALNAME");
  add(called);
  for (const auto& entry : entries) ical().component_add_component(calendar.get(), event_of(entry).release());
  const std::unique_ptr<char, FreeText> text(ical().component_as_ical_string_r(calendar.get()));
  return text.get();
}

}  // namespace casus::report
