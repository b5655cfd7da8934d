#include "app/counter/BookSaving.h"

#include "app/domain/Money.h"

#include <QElapsedTimer>

namespace motcua::counter {

namespace {

/// So long the window may not answer.
constexpr std::chrono::milliseconds slice{10};

}

BookSaving::BookSaving(const Ports& ports, const Desk& desk) : m_ports(ports), m_desk(desk), m_rows(ports.archive) {
    connect(&m_timer, &QTimer::timeout, this, &BookSaving::step);
}

base::Outcome BookSaving::start(Wish wish) {
    if (m_isUnderWay)
        return base::fail(QStringLiteral("book.saving"));
    const domain::JobKind* job = m_desk.jobs().ofBook(wish.book.symbol, lastDayOf(wish.book, m_desk.today()));
    if (const auto read = m_rows.read(wish.book, job); !read)
        return read;
    m_wish = std::move(wish);
    m_table = {};
    m_isUnderWay = true;
    m_hasBegun = false;
    m_timer.start(0);
    return base::done();
}

/// Which rows they are, where they are not all.
QString BookSaving::inWords(const BookFilter& filter) const {
    QStringList said;
    if (const QString text = filter.text.trimmed(); !text.isEmpty())
        said << QStringLiteral("có chữ \"%1\"").arg(text);
    if (filter.month.isValid())
        said << QStringLiteral("tháng ") + filter.month.toString(QStringLiteral("MM/yyyy"));
    if (!filter.signer.isNull())
        said << QStringLiteral("người ký ") + m_desk.nameOf(filter.signer);
    constexpr const char16_t* states[] = {u"", u"còn hiệu lực", u"đã hủy", u"số bỏ", u"có ghi chú"};
    if (filter.state != BookFilter::State::Any)
        said << QString::fromUtf16(states[static_cast<int>(filter.state)]);
    return QStringLiteral("Chỉ gồm các dòng: ") + said.join(QStringLiteral("; "));
}

void BookSaving::step() {
    if (!m_hasBegun) {
        if (m_wish.filter.text.trimmed().isEmpty() || m_rows.prepareWords(slice))
            begin();
        return;
    }
    QElapsedTimer timer;
    timer.start();
    while (m_next < m_chosen.size() && timer.elapsed() < slice.count())
        addRow(m_chosen[m_next++]);
    if (m_next == m_chosen.size())
        write();
}

void BookSaving::begin() {
    m_hasBegun = true;
    m_next = 0;
    m_chosen = m_rows.fitting(m_wish.filter);
    const BookOfYear& book = m_wish.book;
    const domain::JobBook* about = m_desk.jobs().book(book.symbol, lastDayOf(book, m_desk.today()));
    const domain::UnitSettings& unit = m_desk.settings();
    m_table.name = QStringLiteral("%1 %2").arg(book.symbol).arg(book.year);
    m_table.head << (about ? about->name : book.symbol).toUpper() << unit.parentName << unit.name
                 << QStringLiteral("Quyển số: %1; năm %2").arg(book.label()).arg(book.year);
    if (!m_wish.filter.isAny())
        m_table.head << inWords(m_wish.filter);
    m_table.head.removeAll(QString());
    for (const domain::BookColumn& column : m_rows.columns())
        m_table.columns.push_back({column.title, column.width, column.value == QLatin1String("number")});
    m_table.rows.reserve(m_chosen.size());
}

void BookSaving::addRow(int row) {
    const domain::BookEntry& entry = m_rows.at(row);
    domain::ports::BookTable::Row cells;
    cells.struck = !entry.spoiledReason.isEmpty();
    for (const domain::BookColumn& column : m_rows.columns())
        cells.cells.push_back(m_rows.cells().value(column, entry));
    // As on paper: the last column says what became of the row.
    if (QStringList words = besides(entry); !words.isEmpty() && !cells.cells.empty()) {
        if (const QString own = m_rows.cells().text(m_rows.columns().back(), entry); !own.isEmpty())
            words.prepend(own);
        cells.cells.back() = words.join(QStringLiteral(". "));
    }
    m_table.rows.push_back(std::move(cells));
}

void BookSaving::write() {
    m_timer.stop();
    const BookSums sums = m_rows.sums(m_chosen);
    const QString off = sums.writtenOff > 0 ? QStringLiteral("; %1 số bỏ không sử dụng").arg(sums.writtenOff) : QString();
    m_table.foot << QStringLiteral("Cộng: %1 số, trong đó hủy %2 số%3; %4 bản; %5 đồng.")
                        .arg(sums.rows)
                        .arg(sums.spoiled)
                        .arg(off)
                        .arg(sums.copies)
                        .arg(domain::groupedNumber(sums.fees));
    const QString about = QStringLiteral("%1 (%2)").arg(m_wish.book.label()).arg(m_chosen.size());
    if (const auto noted = m_ports.security.note({domain::SecurityKind::BookSaved, {}, {}, about}); !noted)
        return end(noted);
    m_ports.registers.write(std::move(m_table), m_wish.path).then(this, [this](const base::Outcome& outcome) { end(outcome); });
}

void BookSaving::end(const base::Outcome& outcome) {
    m_isUnderWay = false;
    m_rows.clear();
    m_chosen.clear();
    m_table = {};
    if (outcome)
        emit saved(m_wish.path);
    else
        emit failed(outcome.error());
}

}
