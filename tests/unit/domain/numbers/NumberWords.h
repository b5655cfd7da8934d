#pragma once

#include "app/domain/numbers/NumberLease.h"

#include <QDateTime>
#include <QStringList>

namespace motcua::domain::test {

inline QDateTime vietnam(int year, int month, int day, int hour, int minute = 0, int second = 0) {
    return QDateTime(QDate(year, month, day), QTime(hour, minute, second), Qt::OffsetFromUTC, 7 * 3600).toUTC();
}

inline QUuid uuid(quint32 number) {
    return QUuid(number, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}

inline const QString book = QStringLiteral("SCT/BS");

/// Desk "A", "B", …
inline StationId desk(QChar name) {
    return StationId(uuid(100u + name.unicode()));
}
inline QChar nameOf(StationId desk) {
    return QChar(static_cast<char16_t>(desk.value().data1 - 100u));
}

inline NumberVolume volume(int ordinal = 1, int year = 2026, int first = 1, std::optional<int> capacity = {}) {
    return {VolumeId(uuid(static_cast<quint32>(1000 * year + ordinal))), book, year, ordinal, first, capacity, false};
}

/// "1-3 5"
inline QString inWords(const NumberRanges& list) {
    QStringList words;
    for (const NumberRange& range : list)
        words << (range.first == range.last ? QString::number(range.first) : QStringLiteral("%1-%2").arg(range.first).arg(range.last));
    return words.join(u' ');
}

inline NumberRanges fromWords(const QString& words) {
    NumberRanges list;
    for (const QString& word : words.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList ends = word.split(u'-');
        list.push_back({ends.front().toInt(), ends.back().toInt()});
    }
    return list;
}

}
