#pragma once

#include <QtGlobal>

// The bounds of everything a dossier may hold, in one place: forms, rules and the province's checks all read them here. Generous: they
// stop mistakes of typing and broken programs, not people.
namespace motcua::domain::limits {

inline constexpr qint64 largestAmount = 1'000'000'000'000; ///< đồng
inline constexpr qsizetype longestName = 100;              ///< characters; language.md §4
inline constexpr qsizetype longestLine = 500;
inline constexpr qsizetype longestReason = 2'000;
inline constexpr qsizetype longestNote = 4'000;
inline constexpr qsizetype longestLaw = 10'000;
inline constexpr qint64 mostRows = 500;       ///< lines of a checklist, of fees, of a supplement request
inline constexpr qint64 mostPages = 2'000;    ///< of one paper
inline constexpr qint64 mostSheetsAJob = 100; ///< copies of one print job
inline constexpr qint64 mostQuantity = 100'000;
inline constexpr int mostPapers = 999;        ///< sheets of one line of a checklist
inline constexpr int mostFields = 100;        ///< of an applicant
inline constexpr int mostSpecimens = 10;      ///< pages with somebody's specimen signature
inline constexpr int mostParties = 100;       ///< of one matter, in all its roles
inline constexpr int mostFacts = 64;          ///< facts that one kind of job asks for
inline constexpr int mostNumbers = 9'999'999; ///< of a book in a year
inline constexpr qint64 mostAttestations = 10'000;
inline constexpr qsizetype largestFacts = 64 * 1024;     ///< bytes of JSON, of one dossier's facts
inline constexpr qsizetype largestJobKind = 512 * 1024;  ///< bytes of JSON, templates included
inline constexpr qsizetype largestTemplate = 128 * 1024; ///< bytes

}
