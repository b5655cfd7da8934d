#pragma once

#include "app/domain/Dossier.h"

namespace motcua::domain {
struct BookColumn;
struct JobKind;
}

/// What comes out of a dossier, in the words of the kind of job it was accepted as. `job` is that description; null: not known here.
namespace motcua::ui::words {

/// A book's column on screens.
QString columnName(const domain::BookColumn& column);
/// "Corrected on 30/11/2026: … (…) · Trần Văn Minh".
QString rowNote(const domain::RowNote& note);
QString noteKind(domain::NoteKind kind);
/// What the kind's book calls its numbers, "Số chứng thực".
QString numberName(const domain::JobKind* job);
/// "Số chứng thực 00042, quyển số 01/2026-SCT/BS".
QString entryNumber(const domain::BookEntry& entry, const domain::JobKind* job);
/// What the citizen is given: what it is about, and in a second line its number where it has one and what the kind counts: "Số chứng thực
/// 00042, quyển số 01/2026-SCT/BS · Số bản: 2".
QString result(const domain::Dossier& dossier, const domain::JobKind* job);

}
