#pragma once

#include "app/base/Result.h"

#include <QFuture>
#include <QStringList>
#include <QVariant>

#include <vector>

namespace motcua::domain::ports {

/// A register as a spreadsheet has it. A cell is a QString, which stays a text whatever it begins with, a number (int, qlonglong, double), a QDate,
/// or invalid: empty.
struct BookTable {
    struct Column {
        QString title;
        int width = 1;         ///< share of the sheet
        bool isSerial = false; ///< whole numbers of five digits: 00042
    };
    struct Row {
        std::vector<QVariant> cells; ///< one for each column
        bool struck = false;
    };
    QString name;     ///< of the sheet; what a sheet's name may not have is left out
    QStringList head; ///< lines above the columns, the first one as the title
    std::vector<Column> columns;
    std::vector<Row> rows;
    QStringList foot; ///< lines below
};

/// Writes registers into files.
class BookExport {
public:
    virtual ~BookExport() = default;
    /// Beside the caller's work. Atomic: there is the whole file, or what was there before. Error "file.write-failed" with reason.
    virtual QFuture<base::Outcome> write(BookTable table, const QString& path) = 0;
};

}
