#include "app/ui/books/BookPreview.h"

#include "app/counter/Printing.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/PdfPreview.h"

#include <utility>

namespace motcua::ui {

BookPreview::BookPreview(counter::Printing& printing, PdfPreview* preview, QObject* parent)
    : QObject(parent), m_printing(printing), m_preview(preview) {}

void BookPreview::show(domain::VolumeId volume) {
    m_wanted = volume;
    if (m_shown != volume) {
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
    m_printing.previewBook(m_wanted).then(this, [this, volume = m_wanted](const base::Result<QByteArray>& pdf) { prepared(volume, pdf); });
}

void BookPreview::prepared(domain::VolumeId volume, const base::Result<QByteArray>& pdf) {
    m_isPreparing = false;
    if (volume == m_wanted && !pdf) {
        m_preview->emptyState()->setWords(tr("The register cannot be shown"), QString());
        emit failed(pdf.error());
    }
    if (volume == m_wanted) {
        m_shown = volume;
        m_preview->setPdf(pdf.value_or(QByteArray()));
    }
    if (std::exchange(m_isOutdated, false) && !m_wanted.isNull())
        prepare();
}

}
