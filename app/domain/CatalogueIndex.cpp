#include "app/domain/CatalogueIndex.h"

#include "app/domain/Fold.h"

#include <algorithm>
#include <tuple>

namespace motcua::domain {

namespace {

constexpr QLatin1Char blank(' ');

/// Acts that make the plain thing, as names begin with them. What they are about follows: "đăng ký | khai sinh". Acts on a thing that
/// is there already (cấp lại, gia hạn, xóa) are no openings: their names are variants.
constexpr const char* acts[] = {
    " dang ki", " cap", " chung thuc", " cong nhan", " giai quiet", " khai bao", " xac nhan", " thanh lap", " thong bao", " thuc hien"};
/// Half of the catalogue's names begin with it, and it says nothing.
constexpr QLatin1String preamble(" thu tuc");

/// Words that begin what qualifies a noun from outside: what stands before them is named completely ("chữ ký | trong các giấy tờ").
bool isJoint(QStringView word) {
    constexpr QStringView joints[] = {u"trong", u"tại", u"của", u"cho", u"từ", u"đối", u"theo", u"ở", u"do", u"mà", u"khi", u"để", u"và"};
    return std::find(std::begin(joints), std::end(joints), word) != std::end(joints);
}

bool beginsWith(QStringView words, QLatin1String phrase) {
    return words.startsWith(phrase) && (words.size() == phrase.size() || words[phrase.size()] == blank);
}

bool isInWord(QChar c) {
    return c.isLetterOrNumber() || c.isMark();
}

/// The end of the word of `text` that begins at `from`.
qsizetype wordEnd(const QString& text, qsizetype from) {
    while (from < text.size() && isInWord(text[from]))
        ++from;
    return from;
}

/// Calls `add` with each word, folded and as it is written, and `pause` where a mark stands between two.
template <class Add, class Pause>
void eachWord(const QString& text, Add add, Pause pause) {
    const QString written = canonical(text).toLower();
    // Folding a whole name costs a tenth of folding its words, and makes of each word one word.
    const QString folded = searchKey(written);
    qsizetype next = 0;
    for (qsizetype at = 0; at < written.size();) {
        if (!isInWord(written[at])) {
            if (written[at++].isPunct())
                pause();
            continue;
        }
        while (next < folded.size() && !isInWord(folded[next]))
            ++next;
        const qsizetype end = wordEnd(written, at);
        const qsizetype foldedEnd = wordEnd(folded, next);
        add(QStringView(folded).mid(next, foldedEnd - next), QStringView(written).mid(at, end - at));
        at = end;
        next = foldedEnd;
    }
}

void append(QString& words, QStringView word) {
    words += blank;
    words += word;
}

QString wordsOf(const QString& text) {
    QString words;
    eachWord(
        text, [&](QStringView word, QStringView) { append(words, word); }, [] {});
    return words;
}

/// What stands before the subject: how long it is, and the act. A name that is an opening alone has none.
struct Opening {
    qsizetype size = 0;
    QString act;
};

Opening openingOf(QStringView words) {
    Opening opening;
    if (beginsWith(words, preamble) && words.size() > preamble.size())
        opening.size = preamble.size();
    for (const char* each : acts) {
        const QLatin1String act(each);
        const QStringView rest = words.mid(opening.size);
        if (beginsWith(rest, act) && rest.size() > act.size())
            return {opening.size + act.size(), act};
    }
    return opening;
}

}

struct CatalogueIndex::Query {
    QString code;              ///< as typed, without blanks
    QString national;          ///< the same without a suffix
    QString words;             ///< " khai sinh"
    QString subject;           ///< without the opening
    QString act;               ///< of the opening
    std::vector<QString> each; ///< " khai", " sinh"
};

struct CatalogueIndex::Hit {
    enum Kind { ByCode, ByName, ByField, ByWords };
    Kind kind = ByWords;
    int otherAct = 0;     ///< 1: the act that was typed is not the row's
    qsizetype before = 0; ///< words between the act and what was typed; for ByWords: how many words the name lacks
    int goesOn = 0;       ///< 1: what was typed is the beginning of a longer thing
    qsizetype length = 0; ///< of the name
    size_t row = 0;
    auto rank() const { return std::tie(kind, otherAct, before, goesOn, length, row); }
};

QString nationalCode(const QString& code) {
    return code.trimmed().section(QLatin1Char('.'), 0, 1);
}

void CatalogueIndex::put(size_t row, const Row& content) {
    Entry entry;
    entry.code = content.code;
    entry.national = nationalCode(content.code);
    entry.active = content.active;
    const auto mark = [&] {
        if (entry.ends.empty() || entry.ends.back() != entry.words.size())
            entry.ends.push_back(entry.words.size());
    };
    eachWord(
        content.name,
        [&](QStringView word, QStringView written) {
            if (isJoint(written))
                mark();
            append(entry.words, word);
        },
        mark);
    mark();
    entry.nameEnd = entry.words.size();
    Opening opening = openingOf(entry.words);
    entry.subject = opening.size;
    entry.act = std::move(opening.act);
    entry.words += wordsOf(content.field);
    if (row == m_entries.size())
        m_entries.emplace_back();
    m_entries[row] = std::move(entry);
}

bool CatalogueIndex::fits(const Entry& entry, const Query& query, Hit& hit) {
    hit.length = entry.nameEnd - entry.subject;
    if (entry.code.startsWith(query.code) || entry.national == query.national) {
        hit.kind = Hit::ByCode;
        return true;
    }
    if (query.words.isEmpty())
        return false;
    const QStringView words(entry.words);
    hit.kind = Hit::ByWords;
    for (const QString& word : query.each) {
        const qsizetype at = words.indexOf(word);
        if (at < 0)
            return false;
        hit.before += at < entry.nameEnd ? 0 : 1;
    }
    const qsizetype at = words.indexOf(query.subject);
    if (at < 0)
        return true;
    // The last word may be in the middle of being typed.
    qsizetype end = words.indexOf(blank, at + query.subject.size());
    if (end < 0)
        end = words.size();
    hit.kind = end <= entry.nameEnd ? Hit::ByName : Hit::ByField;
    hit.otherAct = query.act.isEmpty() || query.act == entry.act ? 0 : 1;
    hit.before = hit.kind == Hit::ByName && at > entry.subject ? words.mid(entry.subject, at - entry.subject).count(blank) : 0;
    hit.goesOn = std::binary_search(entry.ends.begin(), entry.ends.end(), end) ? 0 : 1;
    return true;
}

std::vector<size_t> CatalogueIndex::find(const QString& text, size_t limit) const {
    Query query;
    query.code = text.simplified().remove(blank);
    query.national = nationalCode(query.code);
    query.words = wordsOf(text);
    if (query.code.isEmpty())
        return {};
    for (const QString& word : query.words.split(blank, Qt::SkipEmptyParts))
        query.each.push_back(blank + word);
    Opening opening = openingOf(query.words);
    query.subject = query.words.mid(opening.size);
    query.act = std::move(opening.act);
    std::vector<Hit> hits;
    for (size_t row = 0; row < m_entries.size(); ++row) {
        Hit hit;
        hit.row = row;
        if (m_entries[row].active && fits(m_entries[row], query, hit))
            hits.push_back(hit);
    }
    const size_t count = std::min(limit, hits.size());
    std::partial_sort(
        hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(count), hits.end(), [](const Hit& a, const Hit& b) { return a.rank() < b.rank(); });
    std::vector<size_t> rows;
    for (size_t i = 0; i < count; ++i)
        rows.push_back(hits[i].row);
    return rows;
}

}
