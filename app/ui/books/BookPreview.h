#pragma once

#include "app/base/Result.h"
#include "app/domain/Ids.h"

#include <QDate>
#include <QObject>

namespace motcua::counter {
class Printing;
}

namespace motcua::ui {

class PdfPreview;

/// Shows a volume as it would be printed. The paper is made aside, one at a time: a year's book takes seconds, and changes come
/// quicker than that. Owner: BooksPlace.
class BookPreview : public QObject {
    Q_OBJECT

public:
    BookPreview(counter::Printing& printing, PdfPreview* preview, QObject* parent);

    /// The whole of it, or the rows of the month that `month` lies in. What is shown of the same stays until its paper is ready.
    void show(domain::VolumeId volume, QDate month = {});
    void clear();

signals:
    void failed(const motcua::base::Error& error);

private:
    void prepare();
    struct Part {
        domain::VolumeId volume;
        QDate month;
        friend bool operator==(const Part&, const Part&) = default;
    };
    void prepared(const Part& part, const base::Result<QByteArray>& pdf);

    counter::Printing& m_printing;
    PdfPreview* m_preview;
    Part m_wanted;
    Part m_shown;
    bool m_isPreparing = false;
    bool m_isOutdated = false;
};

}
