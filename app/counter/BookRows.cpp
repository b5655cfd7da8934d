#include "app/counter/BookRows.h"

#include "app/domain/EntryLabel.h"
#include "app/domain/Fold.h"
#include "app/domain/WrittenOff.h"

#include <QElapsedTimer>

#include <algorithm>

namespace motcua::counter {

namespace {

using domain::BookEntry;
using domain::ports::BookLine;

/// Folded words with a blank before each: other signs part them as blanks do.
QString wordsOf(const QString& text) {
    QString folded = domain::searchKey(text);
    for (QChar& c : folded)
        if (!c.isLetterOrNumber())
            c = u' ';
    return u' ' + folded;
}

/// As it is typed from its beginning; of a number any part.
bool hasWord(const QString& words, const QString& word) {
    const bool isNumber = std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    return words.contains(isNumber ? word : u' ' + word);
}

bool isOfMonth(QDate day, QDate month) {
    return !month.isValid() || (day.year() == month.year() && day.month() == month.month());
}

}

std::vector<domain::BookColumn> usualColumns() {
    return {{QStringLiteral("Số thứ tự/ số chứng thực"), {}, QStringLiteral("number"), 8},
        {QStringLiteral("Ngày, tháng, năm chứng thực"), {}, QStringLiteral("date"), 10},
        {QStringLiteral("Họ tên của người yêu cầu chứng thực"), {}, QStringLiteral("applicant"), 20},
        {QStringLiteral("Tên giấy tờ, văn bản"), {}, QStringLiteral("subject"), 24},
        {QStringLiteral("Họ tên, chức danh người ký chứng thực"), {}, QStringLiteral("signer"), 20},
        {QStringLiteral("Ghi chú"), {}, QStringLiteral("remark"), 18}};
}

base::Outcome BookRows::read(const BookOfYear& book, const domain::JobKind* job) {
    std::vector<Row> rows;
    for (const domain::Volume& volume : book.volumes) {
        const auto lines = m_archive.lines(volume.id);
        const auto off = lines ? m_archive.writtenOff(volume.id) : base::fail(lines.error());
        if (!off)
            return base::fail(off.error());
        const size_t first = rows.size();
        std::vector<domain::TakenNumber> taken;
        for (const BookLine& line : *lines) {
            taken.push_back({line.entry.number, line.date});
            rows.emplace_back().line = line;
        }
        for (const domain::OffRow& gone : domain::offRows(volume, taken, *off, m_archive.settings())) {
            Row& row = rows.emplace_back();
            row.line.entry = {volume.id, gone.range.first};
            row.line.date = gone.day;
            row.writtenOff = gone.range.count();
            row.entry = domain::entryOf(gone, volume);
        }
        std::stable_sort(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.end(),
            [](const Row& one, const Row& other) { return one.line.entry.number < other.line.entry.number; });
    }
    const QString key = QStringLiteral("%1/%2/%3/%4").arg(book.symbol).arg(book.year).arg(book.hasSeveral()).arg(job ? job->version : QString());
    m_rows.swap(rows);
    m_withWords = 0;
    if (key == m_key)
        keepFrom(rows);
    m_key = key;
    m_columns = job && job->book ? job->book->columns : usualColumns();
    m_cells.emplace(job, book.hasSeveral());
    return base::done();
}

/// Both lists lie in one order, volume by volume.
void BookRows::keepFrom(std::vector<Row>& before) {
    size_t at = 0;
    for (Row& row : m_rows) {
        if (row.writtenOff > 0)
            continue;
        const auto same = [&](const Row& known) {
            return known.writtenOff == 0 && known.line.entry.volume == row.line.entry.volume && known.line.entry.number == row.line.entry.number;
        };
        // Rows are added at the end and seldom between: what was next is looked at first.
        size_t found = at;
        while (found < before.size() && !same(before[found]))
            ++found;
        if (found == before.size())
            continue;
        at = found + 1;
        if (before[found].line.revision != row.line.revision)
            continue;
        row.entry = std::move(before[found].entry);
        row.words = std::move(before[found].words);
    }
}

void BookRows::clear() {
    m_rows.clear();
    m_columns.clear();
    m_cells.reset();
    m_key.clear();
    m_withWords = 0;
}

const BookEntry& BookRows::at(int index) const {
    Row& row = m_rows[static_cast<size_t>(index)];
    if (!row.entry) {
        auto read = m_archive.entry(row.line.entry.volume, row.line.entry.number);
        if (!read) {
            read = BookEntry();
            read->volume = row.line.entry.volume;
            read->number = row.line.entry.number;
            read->numberLabel = domain::entryLabel(row.line.entry.number);
        }
        row.entry = std::move(*read);
    }
    return *row.entry;
}

int BookRows::find(const domain::EntryReference& entry) const {
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.line.entry.volume == entry.volume && row.line.entry.number == entry.number; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

std::vector<QDate> BookRows::months() const {
    std::vector<QDate> months;
    for (const Row& row : m_rows)
        if (const QDate first(row.line.date.year(), row.line.date.month(), 1); first.isValid())
            if (std::find(months.rbegin(), months.rend(), first) == months.rend())
                months.push_back(first);
    std::sort(months.begin(), months.end());
    return months;
}

std::vector<std::pair<domain::UserId, int>> BookRows::signers() const {
    std::vector<std::pair<domain::UserId, int>> signers;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const domain::UserId signer = m_rows[i].line.signer;
        const auto known = std::find_if(signers.begin(), signers.end(), [&](const auto& each) { return each.first == signer; });
        if (known == signers.end() && !signer.isNull())
            signers.emplace_back(signer, static_cast<int>(i));
    }
    return signers;
}

BookSums BookRows::sums(const std::vector<int>& rows) const {
    BookSums sums;
    for (const int index : rows) {
        const Row& row = m_rows[static_cast<size_t>(index)];
        if (row.writtenOff > 0) {
            sums.writtenOff += row.writtenOff;
            continue;
        }
        ++sums.rows;
        if (row.line.spoiled) {
            ++sums.spoiled;
            continue;
        }
        sums.copies += row.line.copies;
        sums.fees += row.line.fee;
    }
    return sums;
}

bool BookRows::prepareWords(std::chrono::milliseconds most) {
    QElapsedTimer timer;
    timer.start();
    for (; m_withWords < m_rows.size(); ++m_withWords) {
        if (timer.elapsed() >= most.count())
            return false;
        Row& row = m_rows[m_withWords];
        if (row.words.isNull())
            row.words = wordsOf(m_cells->allWords(m_columns, at(static_cast<int>(m_withWords))));
    }
    return true;
}

bool BookRows::fits(const Row& row, const BookFilter& filter, const QStringList& words) const {
    using State = BookFilter::State;
    const bool isState = filter.state == State::Any || (filter.state == State::WrittenOff && row.writtenOff > 0) ||
                         (filter.state == State::Noted && row.line.noted) ||
                         (filter.state == State::Spoiled && row.line.spoiled && row.writtenOff == 0) ||
                         (filter.state == State::Live && !row.line.spoiled && row.writtenOff == 0);
    return isState && isOfMonth(row.line.date, filter.month) && (filter.signer.isNull() || filter.signer == row.line.signer) &&
           std::all_of(words.begin(), words.end(), [&](const QString& word) { return hasWord(row.words, word); });
}

std::vector<int> BookRows::fitting(const BookFilter& filter) const {
    const QStringList words = wordsOf(filter.text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<int> found;
    for (size_t i = 0; i < m_rows.size(); ++i)
        if (fits(m_rows[i], filter, words))
            found.push_back(static_cast<int>(i));
    return found;
}

}
