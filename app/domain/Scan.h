#pragma once

#include "app/domain/CardQr.h"
#include "app/domain/Mrz.h"
#include "app/domain/Passport.h"
#include "app/domain/ReceiptScan.h"

namespace motcua::domain {

/// What a hand-held reader read, of what this program knows.
using Scan = std::variant<CardQr, ReceiptScan, Mrz, Passport>;

/// In what a reader sends as keys: whatever stood here was rewritten after it was sent, by an input method.
inline constexpr char16_t rewritten = u'\b';

/// Signs of the longest text that is looked into.
inline constexpr qsizetype longestScan = 600;

/// Whether the text is the beginning of a card's, a receipt's or a passport's code, be it one sign, and more of it must come. Cheap enough to be
/// asked at every key.
bool isScanBegun(const QString& text);

/// Whether it begins as a card's code does, with its number and a bar: nobody types that. Cheap.
bool isCardsHead(const QString& text);

/// Whether it has a card's number and its bars, whatever stands between them: nobody types that. Cheap.
bool isCardsShape(const QString& text);

/// Whether it has the length and the signs of all of a passport's or of a card's machine-readable lines, with line ends or without. Cheap.
bool isLinesShape(const QString& text);

/// Whether it has those of their first lines, behind which more must come. Cheap.
bool isLinesBegun(const QString& text);

/// Whether it has what machine-readable lines have and no words do: two fillers on end, or one behind their first letter. Cheap.
bool isPieceOfLines(const QString& text);

/// Whether readScan() reads it.
bool isScan(const QString& text);

/// Reads what was scanned, by what it says alone. Errors: "scan.unknown" (nothing of ours: it may be anything, also a person's text),
/// "scan.several" (more than one code at once), "scan.too-long" (longer than longestScan); for what is meant to be a card, a receipt or a passport:
/// those of CardQr::parse(), "card.input-method" when something in it was rewritten, and those of Mrz::parse().
base::Result<Scan> readScan(const QString& text);

}
