#pragma once

#include <QString>

#include <optional>

namespace motcua::domain {

/// The machine-readable zone of a passport (ICAO 9303 TD3, two lines of 44). Personal: never logged.
struct Passport {
    QString issuer; ///< "VNM", "CHN", "D"
    QString number;
    QString surname; ///< without diacritics
    QString givenNames;

    /// Lines parted by line ends or not; small letters (Caps Lock) as large ones. Nothing when it is no passport's, or a check digit of
    /// number, birth or expiry is wrong.
    static std::optional<Passport> parse(const QString& text);
    /// Whether it is meant to be a passport's or a card's lines, be they damaged.
    static bool isLike(const QString& text);
};

}
