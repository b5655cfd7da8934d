#pragma once

#include "app/domain/ports/BookExport.h"

#include <QThreadPool>

namespace motcua::paper {

/// Writes registers as Office Open XML workbooks. They are made in memory, so that nothing of them lies on a disk but where somebody wants it, and
/// proved whole before they are. Owner: the composition root. Thread: GUI; the work is done beside it, one book after the other.
class XlsxBook final : public domain::ports::BookExport {
public:
    XlsxBook();

    QFuture<base::Outcome> write(domain::ports::BookTable table, const QString& path) override;

    /// The workbook's bytes. Error "file.write-failed" with reason.
    static base::Result<QByteArray> workbookOf(const domain::ports::BookTable& table);

private:
    QThreadPool m_apart;
};

}
