#pragma once

#include "app/domain/Moments.h"

#include <QString>

/// What happened to a dossier, in words, in the language of the moment.
namespace motcua::ui::words {

/// What was done; by whom and when is told beside it.
QString event(const domain::EventBody& body);
/// What belongs to it: a reason, a number, an amount. May be empty.
QString eventDetail(const domain::EventBody& body);
/// The same of a print, whose paper is called as the dossier's kind of job has it.
QString printDetail(const domain::PrintRecorded& print, const QString& paper);
/// What is remarkable about the clock that an event was written by; empty: nothing.
QString clockDoubt(domain::ClockDoubt doubt);
/// The same of a record of which only the kind's wire name is known ("dossier-received").
QString eventKind(const QString& kind);

}
