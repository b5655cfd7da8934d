#include "app/domain/OfficeName.h"

#include "app/domain/Capitals.h"

#include <QStringList>

namespace motcua::domain {

namespace {

constexpr QChar noBreak(0x00a0);
constexpr qsizetype longestPlace = 5; // syllables: "thành phố Hồ Chí Minh"

/// As they are written in a sentence.
constexpr const char16_t* words[] = {u"Ủy ban nhân dân", u"Hội đồng nhân dân", u"UBND", u"HĐND", u"Trung tâm", u"Phục vụ", u"hành chính công",
    u"hành chính", u"Văn phòng", u"Tư pháp", u"Hộ tịch", u"Chủ tịch", u"Phó Chủ tịch", u"Giám đốc", u"Phó Giám đốc", u"Trưởng phòng",
    u"Phó Trưởng phòng"};
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

struct Known {
    const char16_t* text = u"";
    qsizetype size = 0; ///< in syllables
};

template <size_t count>
Known longestAt(const QStringList& syllables, qsizetype at, const char16_t* const (&known)[count]) {
    Known longest;
    for (const char16_t* each : known)
        if (const qsizetype size = standsAt(syllables, at, each); size > longest.size)
            longest = {each, size};
    return longest;
}

bool isDash(const QString& syllable) {
    return syllable == QLatin1String("-") || syllable == QStringLiteral("–");
}

/// Where the name of a place ends whose syllables go on from `at`: after a dash, for "Văn Miếu - Quốc Tử Giám" is too long for one line.
qsizetype placeEnd(const QStringList& syllables, qsizetype at, qsizetype longest) {
    qsizetype end = at;
    while (end < syllables.size() && end - at < longest && longestAt(syllables, end, places).size == 0 && longestAt(syllables, end, words).size == 0)
        if (isDash(syllables[end++]))
            break;
    return end;
}

struct Group {
    qsizetype size = 1; ///< in syllables
    Known known = {};   ///< what it begins with
    bool isPlace = false;
};

/// Syllables from `at` that belong together.
Group groupAt(const QStringList& syllables, qsizetype at) {
    if (at > 0 && isDash(syllables[at - 1]))
        return {qMax<qsizetype>(placeEnd(syllables, at, longestPlace) - at, 1), {}, true};
    if (const Known kind = longestAt(syllables, at, places); kind.size > 0)
        return {placeEnd(syllables, at + kind.size, longestPlace - kind.size) - at, kind, true};
    const Known word = longestAt(syllables, at, words);
    return {qMax<qsizetype>(word.size, 1), word, false};
}

QStringList syllablesOf(const QString& name) {
    return name.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

}

QString tiedOfficeName(const QString& name) {
    const QStringList syllables = syllablesOf(name);
    QStringList groups;
    bool lonely = false;
    for (qsizetype at = 0; at < syllables.size();) {
        const qsizetype size = groupAt(syllables, at).size;
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

QString officeNameInSentence(const QString& capitals) {
    const QStringList syllables = syllablesOf(capitals.toLower());
    QStringList said;
    for (qsizetype at = 0; at < syllables.size();) {
        const Group group = groupAt(syllables, at);
        if (group.known.size > 0)
            said << QString::fromUtf16(group.known.text);
        for (qsizetype i = at + group.known.size; i < at + group.size; ++i)
            said << (group.isPlace ? capitalised(syllables[i]) : syllables[i]);
        at += group.size;
    }
    return capitalised(said.join(QLatin1Char(' ')));
}

}
