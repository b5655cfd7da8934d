#include "app/domain/OfficeName.h"

#include <QStringList>

namespace motcua::domain {

namespace {

constexpr QChar noBreak(0x00a0);
constexpr qsizetype longestPlace = 5; // syllables: "thành phố Hồ Chí Minh"

constexpr const char16_t* words[] = {
    u"ủy ban nhân dân", u"hội đồng nhân dân", u"trung tâm", u"phục vụ", u"hành chính công", u"hành chính", u"văn phòng"};
constexpr const char16_t* places[] = {u"phường", u"xã", u"đặc khu", u"thị trấn", u"thành phố", u"tỉnh"};

/// How many syllables of `wanted` stand at `at`; 0: it does not stand there.
qsizetype standsAt(const QStringList& syllables, qsizetype at, const char16_t* wanted) {
    const QStringList parts = QString::fromUtf16(wanted).split(QLatin1Char(' '));
    if (at + parts.size() > syllables.size())
        return 0;
    for (qsizetype i = 0; i < parts.size(); ++i)
        if (syllables[at + i].compare(parts[i], Qt::CaseInsensitive) != 0)
            return 0;
    return parts.size();
}

template <size_t count>
qsizetype longestAt(const QStringList& syllables, qsizetype at, const char16_t* const (&known)[count]) {
    qsizetype longest = 0;
    for (const char16_t* each : known)
        longest = qMax(longest, standsAt(syllables, at, each));
    return longest;
}

/// Syllables from `at` that belong together; at least 1.
qsizetype groupAt(const QStringList& syllables, qsizetype at) {
    if (const qsizetype kind = longestAt(syllables, at, places); kind > 0) {
        qsizetype end = at + kind;
        while (end < syllables.size() && end - at < longestPlace && longestAt(syllables, end, places) == 0)
            ++end;
        return end - at;
    }
    return qMax<qsizetype>(longestAt(syllables, at, words), 1);
}

}

QString tiedOfficeName(const QString& name) {
    const QStringList syllables = name.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList groups;
    bool lonely = false;
    for (qsizetype at = 0; at < syllables.size();) {
        const qsizetype size = groupAt(syllables, at);
        const QString group = syllables.mid(at, size).join(noBreak);
        const bool joins = !groups.isEmpty() && (lonely || (size == 1 && at + size == syllables.size()));
        if (joins)
            groups.back() += noBreak + group;
        else
            groups << group;
        lonely = size == 1 && !joins;
        at += size;
    }
    return groups.join(QLatin1Char(' '));
}

}
