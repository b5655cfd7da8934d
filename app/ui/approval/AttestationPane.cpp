#include "app/ui/approval/AttestationPane.h"

#include "app/domain/Capitals.h"
#include "app/domain/NumberWords.h"
#include "app/domain/SigningWords.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/text/ResultWords.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/PdfPreview.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>

#include <utility>

namespace motcua::ui {

AttestationPane::AttestationPane(counter::Counter& counter, QWidget* parent)
    : Card(parent), m_counter(counter), m_number(new TextLabel(TextRole::Strong, this)), m_words(new TextLabel(TextRole::Caption, this)),
      m_signer(new TextLabel(TextRole::Caption, this)), m_preview(new PdfPreview(this)) {
    body()->setSpacing(theme().metrics().space(1));
    for (TextLabel* label : {m_number, m_words, m_signer}) {
        label->setWordWrap(true);
        body()->addWidget(label);
    }
    body()->addWidget(m_preview, 1);
    retranslate();
}

void AttestationPane::look(const domain::Dossier& dossier, const std::vector<domain::DossierId>& ahead) {
    m_dossier = dossier;
    m_ahead = ahead;
    m_hasPlace = dossier.job.owesAttestations();
    if (!m_hasPlace) {
        m_paper.reset();
        m_preview->clear();
        return;
    }
    const auto foreseen = m_counter.approval().foresee(dossier.id, ahead);
    auto paper = foreseen ? m_counter.printing().attestationOf(*foreseen) : base::fail(foreseen.error());
    if (!paper) {
        m_paper.reset();
        m_preview->clear();
        tellWhyNot(paper.error());
        return;
    }
    setHeading(words::inLanguage(paper->paper.name));
    tell(foreseen->dossier);
    if (m_paper && m_paper->values == paper->values && m_paper->form.name == paper->form.name && m_paper->form.html == paper->form.html)
        return;
    m_paper = std::move(*paper);
    m_isShown = false;
    prepare();
}

/// What is not seen is not made.
void AttestationPane::prepare() {
    if (!m_paper || m_isShown || !isVisible())
        return;
    m_preview->clear();
    m_preview->emptyState()->setWords(tr("The attestation is being prepared…"), QString());
    m_isOutdated = m_isPreparing;
    if (m_isPreparing)
        return;
    m_isPreparing = true;
    m_counter.printing().previewOf(*m_paper).then(this, [this](const base::Result<QByteArray>& pdf) { prepared(pdf); });
}

void AttestationPane::prepared(const base::Result<QByteArray>& pdf) {
    m_isPreparing = false;
    if (std::exchange(m_isOutdated, false))
        return prepare();
    if (!m_paper)
        return;
    m_isShown = true;
    constexpr double sheetHeight = 297; // mm
    constexpr double above = 10;        // mm, so that its head is not at the edge
    const double top = m_paper->values.value(QLatin1String("topMm")).toDouble();
    m_preview->setPdf(pdf.value_or(QByteArray()), qMax(0.0, (top - above) / sheetHeight));
    if (!pdf)
        tellWhyNot(pdf.error());
}

void AttestationPane::tell(const domain::Dossier& foreseen) {
    const domain::BookEntry* entry = foreseen.liveEntry();
    for (TextLabel* label : {m_number, m_words, m_signer})
        label->setVisible(entry);
    if (!entry)
        return;
    const domain::JobKind* job = m_counter.desk().jobs().find(foreseen.job.kind, foreseen.job.version);
    const domain::NumberDialect dialect = domain::dialectOf(m_counter.desk().settings());
    m_number->setText(tr("Expected: %1, %2").arg(words::entryNumber(*entry, job), words::date(entry->date)));
    m_number->setToolTip(tr("The number that this desk has in hand now; the notice after the approval says which one was taken."));
    const QDate& date = entry->date;
    m_words->setText(QStringLiteral("%1 · %2").arg(
        domain::capitalised(domain::numberInWords(entry->number, dialect)), domain::dateInWords(date.year(), date.month(), date.day(), dialect)));
    QStringList signer = domain::capacityOf(entry->signer);
    signer << entry->signer.title << entry->signer.name;
    m_signer->setText(tr("Signed by: %1").arg(signer.join(QStringLiteral(" · "))));
}

void AttestationPane::tellWhyNot(const base::Error& error) {
    const ErrorWords why = errorWords(error);
    setHeading(tr("Attestation"));
    for (TextLabel* label : {m_number, m_words, m_signer})
        label->hide();
    m_preview->emptyState()->setWords(tr("There is no attestation to show now"), why.what);
}

void AttestationPane::showEvent(QShowEvent* event) {
    Card::showEvent(event);
    prepare();
}

void AttestationPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void AttestationPane::retranslate() {
    setHeading(tr("Attestation"));
    if (!m_dossier.id.isNull())
        look(m_dossier, m_ahead);
}

}
