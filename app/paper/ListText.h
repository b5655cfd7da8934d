#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace motcua::paper {

/// The text of a form around its list, which is the first table with a head: it has a style and holds no other table. Its rows are views of the
/// text that was read.
struct ListText {
    QString before;
    QString head; ///< with the table's opening
    std::vector<QStringView> rows;
    QString after; ///< with the table's end

    /// Nothing where there is no list.
    static std::optional<ListText> in(const QString& text);

    /// The rows from `first` up to `last`, which is none of them.
    QString rowsOf(size_t first, size_t last) const;
    /// The head with which the list goes on, on another sheet: with `style` besides its own.
    QString headAgain(const QString& style = {}) const;
    /// The style sheets that stand before it.
    QString styles() const;
};

}
