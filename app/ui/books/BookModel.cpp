#include "app/ui/books/BookModel.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/ResultWords.h"
#include "app/ui/text/Words.h"

#include <algorithm>

namespace motcua::ui {

namespace {

/// A long name of a column is broken at the blank nearest to its middle, so that it needs no more width than what stands below it.
QString headInTwoLines(const QString& name) {
    constexpr int longest = 9;
    if (name.size() <= longest)
        return name;
    qsizetype best = -1;
    for (qsizetype at = name.indexOf(QLatin1Char(' ')); at >= 0; at = name.indexOf(QLatin1Char(' '), at + 1))
        if (best < 0 || qAbs(at - name.size() / 2) < qAbs(best - name.size() / 2))
            best = at;
    return best < 0 ? name : name.left(best) + QLatin1Char('\n') + name.mid(best + 1);
}

}

BookModel::BookModel(const domain::ports::Archive& archive, QObject* parent) : QAbstractTableModel(parent), m_rows(archive) {
    connect(&m_looking, &QTimer::timeout, this, &BookModel::look);
}

base::Outcome BookModel::show(const counter::BookOfYear& book, const domain::JobKind* job) {
    beginResetModel();
    auto read = m_rows.read(book, job);
    m_shown.clear();
    if (read && !m_looking.isActive())
        m_shown = m_rows.fitting(m_filter);
    endResetModel();
    if (read)
        setFilter(m_filter);
    return read;
}

void BookModel::clear() {
    m_looking.stop();
    beginResetModel();
    m_rows.clear();
    m_shown.clear();
    m_filter = {};
    endResetModel();
}

void BookModel::setFilter(const counter::BookFilter& filter) {
    m_filter = filter;
    look();
}

void BookModel::look() {
    constexpr std::chrono::milliseconds slice{10};
    if (!m_filter.text.trimmed().isEmpty() && !m_rows.prepareWords(slice)) {
        m_looking.start(0);
        return;
    }
    m_looking.stop();
    apply();
}

void BookModel::apply() {
    std::vector<int> found = m_rows.fitting(m_filter);
    if (found != m_shown) {
        beginResetModel();
        m_shown = std::move(found);
        endResetModel();
    }
    emit filtered();
}

const domain::BookEntry* BookModel::entry(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : &m_rows.at(m_shown[static_cast<size_t>(row)]);
}

domain::EntryReference BookModel::reference(int row) const {
    return row < 0 || row >= rowCount() ? domain::EntryReference() : m_rows.referenceOf(m_shown[static_cast<size_t>(row)]);
}

int BookModel::find(const domain::EntryReference& entry) const {
    const int row = m_rows.find(entry);
    const auto shown = std::lower_bound(m_shown.begin(), m_shown.end(), row);
    return row < 0 || shown == m_shown.end() || *shown != row ? -1 : static_cast<int>(shown - m_shown.begin());
}

int BookModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int BookModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns().size());
}

QVariant BookModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const domain::BookEntry& entry = m_rows.at(m_shown[static_cast<size_t>(index.row())]);
    const bool spoiled = !entry.spoiledReason.isEmpty();
    const bool struck = spoiled && !isLast(index.column());
    const bool noted = isLast(index.column()) && !entry.notes.empty();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textAt(entry, index.column());
    case Qt::AccessibleTextRole:
        return struck && !entry.volume.isNull() ? tr("Spoiled: %1").arg(textAt(entry, index.column())) : textAt(entry, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>(alignmentOf(index.column()));
    case Qt::FontRole: {
        QFont font = theme().font(TextSize::Body, valueOf(index.column()) == QLatin1String("number") ? 600 : 400);
        font.setStrikeOut(struck);
        return font;
    }
    case Qt::ForegroundRole:
        return spoiled ? theme().color(struck ? Token::TextMuted : Token::Danger) : theme().color(noted ? Token::Info : Token::Text);
    default:
        return {};
    }
}

/// What became of the row: why it is struck out, and what was noted since.
QString BookModel::lastWords(const domain::BookEntry& entry) const {
    QStringList said;
    if (entry.volume.isNull())
        said << tr("Written off on %1: %2").arg(words::date(entry.date), entry.spoiledReason);
    else if (!entry.spoiledReason.isEmpty())
        said << tr("Spoiled: %1").arg(entry.spoiledReason);
    for (const domain::RowNote& note : entry.notes)
        said << words::rowNote(note);
    return said.join(QStringLiteral(" · "));
}

QString BookModel::textAt(const domain::BookEntry& entry, int column) const {
    if (isLast(column))
        if (const QString last = lastWords(entry); !last.isEmpty())
            return entry.spoiledReason.isEmpty() && !ownText(entry, column).isEmpty() ? ownText(entry, column) + QStringLiteral(" · ") + last : last;
    return ownText(entry, column);
}

QString BookModel::ownText(const domain::BookEntry& entry, int column) const {
    const QString value = valueOf(column);
    if (value == QLatin1String("date"))
        return words::date(entry.date);
    if (value == QLatin1String("fee") && !entry.volume.isNull())
        return words::dong(entry.fee);
    const domain::BookColumn& about = columns()[static_cast<size_t>(column)];
    if (const QString key = counter::keyOf(about); !key.isEmpty())
        return entry.columns.contains(key) ? words::fact(entry.columns.value(key)) : QString();
    return m_rows.cells().text(about, entry);
}

Qt::Alignment BookModel::alignmentOf(int column) const {
    const QString value = valueOf(column);
    const bool counts = value == QLatin1String("copies") || value == QLatin1String("fee");
    return Qt::AlignVCenter | (counts ? Qt::AlignRight : Qt::AlignLeft);
}

QVariant BookModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const domain::BookColumn& column = columns()[static_cast<size_t>(section)];
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(alignmentOf(section));
    if (role == Qt::ToolTipRole)
        return column.title;
    if (role == Qt::DisplayRole)
        return headInTwoLines(words::columnName(column));
    return {};
}

}
