#pragma once

#include "app/domain/Dossier.h"
#include "app/domain/jobs/FactText.h"

#include <QVariant>

namespace motcua::counter {

/// What stands in the cells of a register, in the words of a Vietnamese paper. Pure.
class BookCells {
public:
    /// `several`: the book has several volumes, and a number says which it stands in.
    BookCells(const domain::JobKind* job, bool several) : m_types(domain::factTypes(job)), m_several(several) {}

    static QString day(QDate date);
    QString text(const domain::BookColumn& column, const domain::BookEntry& entry) const;
    /// The same as a spreadsheet has it: a number and a day as such.
    QVariant value(const domain::BookColumn& column, const domain::BookEntry& entry) const;
    /// Every column and what is noted beside the row, to be searched.
    QString allWords(const std::vector<domain::BookColumn>& columns, const domain::BookEntry& entry) const;

private:
    QHash<QString, domain::FactType> m_types;
    bool m_several;
};

/// The name under which a row's `columns` keep what the book's column says: of "fact:NAME" its NAME, of "parties" itself; empty: the column
/// says what every row has.
QString keyOf(const domain::BookColumn& column);
/// "00042", in a book of several volumes "00042 (quyển 02)".
QString numberIn(const domain::BookEntry& entry, bool several);
/// "Đính chính 30/11/2026: …": as a note stands in the book's last column.
QString noteWords(const domain::RowNote& note);
/// What stands in a row's last cell besides the column's own: why it is struck out, and what was noted since.
QStringList besides(const domain::BookEntry& entry);

}
