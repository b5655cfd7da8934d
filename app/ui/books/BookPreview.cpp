#include "app/ui/books/BookPreview.h"

#include "app/counter/Printing.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/PdfPreview.h"

#include <utility>

namespace motcua::ui {

BookPreview::BookPreview(counter::Printing& printing, PdfPreview* preview, QObject* parent)
    : QObject(parent), m_printing(printing), m_preview(preview) {}

void BookPreview::show(domain::VolumeId volume, QDate month) {
    m_wanted = {volume, month};
    if (m_shown != m_wanted) {
        m_shown = {};
        m_preview->clear();
        m_preview->emptyState()->setWords(tr("The register is being prepared…"), QString());
    }
    m_isOutdated = m_isPreparing;
    if (!m_isPreparing)
        prepare();
}

void BookPreview::clear() {
    m_wanted = m_shown = {};
    m_preview->clear();
}

void BookPreview::prepare() {
    m_isPreparing = true;
    m_printing.previewBook(m_wanted.volume, m_wanted.month).then(this, [this, part = m_wanted](const base::Result<QByteArray>& pdf) {
        prepared(part, pdf);
    });
}

void BookPreview::prepared(const Part& part, const base::Result<QByteArray>& pdf) {
    m_isPreparing = false;
    if (part == m_wanted && !pdf) {
        m_preview->emptyState()->setWords(tr("The register cannot be shown"), QString());
        emit failed(pdf.error());
    }
    if (part == m_wanted) {
        m_shown = part;
        m_preview->setPdf(pdf.value_or(QByteArray()));
    }
    if (std::exchange(m_isOutdated, false) && !m_wanted.volume.isNull())
        prepare();
}

}
