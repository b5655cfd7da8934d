#pragma once

#include "app/base/Result.h"
#include "app/domain/Ids.h"

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

    /// What is shown of the same volume stays until its paper is ready.
    void show(domain::VolumeId volume);
    void clear();

signals:
    void failed(const motcua::base::Error& error);

private:
    void prepare();
    void prepared(domain::VolumeId volume, const base::Result<QByteArray>& pdf);

    counter::Printing& m_printing;
    PdfPreview* m_preview;
    domain::VolumeId m_wanted;
    domain::VolumeId m_shown;
    bool m_isPreparing = false;
    bool m_isOutdated = false;
};

}
