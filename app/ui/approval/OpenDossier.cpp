#include "app/ui/approval/OpenDossier.h"

#include "app/ui/approval/AttestationPane.h"
#include "app/ui/dossiers/DossierSummary.h"
#include "app/ui/dossiers/HistoryList.h"
#include "app/ui/style/Theme.h"
#include "app/ui/widgets/Card.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/PageViewer.h"
#include "app/ui/widgets/ScrollColumn.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>

namespace motcua::ui {

OpenDossier::OpenDossier(counter::Counter& counter, QWidget* parent)
    : QWidget(parent), m_counter(counter), m_scan(new Card(this)), m_attestation(new AttestationPane(counter, this)), m_facts(new Card),
      m_past(new Card), m_viewer(new PageViewer(m_scan)), m_summary(new DossierSummary(counter.desk(), m_facts)),
      m_history(new HistoryList(counter, m_past)), m_content(new QWidget), m_column(new ScrollColumn(m_content, this)) {
    const Metrics& metrics = theme().metrics();
    m_scan->body()->addWidget(m_viewer, 1);
    m_facts->body()->addWidget(m_summary);
    m_past->body()->addWidget(m_history);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins({});
    column->setSpacing(metrics.space(3));
    column->addWidget(m_facts);
    column->addWidget(m_past);
    column->addStretch();
    m_scan->setMinimumWidth(metrics.px(200));
    m_attestation->setMinimumWidth(metrics.px(200));
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins({});
    columns->setSpacing(metrics.space(3));
    columns->addWidget(m_scan, 1);
    columns->addWidget(m_attestation, 1);
    columns->addWidget(m_column, 1);
    m_viewer->setReader([this](const domain::BlobHash& hash) { return m_counter.dossiers().page(hash); }, counter.pages());
    retranslate();
}

void OpenDossier::open(domain::DossierId id, const std::vector<domain::DossierId>& ahead) {
    m_dossier = id;
    const auto dossier = id.isNull() ? base::Result<counter::OpenedDossier>(counter::OpenedDossier()) : m_counter.dossiers().open(id);
    if (!dossier) {
        emit failed(dossier.error());
        return;
    }
    std::vector<domain::Page> pages;
    for (const domain::Paper& paper : dossier->dossier.papers)
        pages.insert(pages.end(), paper.pages.begin(), paper.pages.end());
    m_viewer->setPages(std::move(pages));
    m_summary->setDossier(dossier->dossier, m_counter.dossiers().whoHolds(*dossier));
    m_history->setDossier(*dossier);
    m_attestation->look(dossier->dossier, ahead);
    arrange();
}

bool OpenDossier::hasAttestation() const {
    return m_attestation->hasPlace();
}

void OpenDossier::setAttestationWhole(bool whole) {
    m_attestationWhole = whole;
    arrange();
}

bool OpenDossier::isRoomy() const {
    constexpr int roomy = 1340; // below that the rail would give way
    return window()->width() >= theme().metrics().px(roomy);
}

void OpenDossier::arrange() {
    const bool beside = isRoomy();
    const bool whole = m_attestationWhole && hasAttestation();
    m_scan->setVisible(!m_dossier.isNull() && !whole);
    m_attestation->setVisible(!m_dossier.isNull() && hasAttestation() && (beside || whole));
    // With the column that scrolls it: nothing has no scroll bar.
    m_column->setVisible(!m_dossier.isNull() && (beside || !whole));
    static_cast<QHBoxLayout*>(layout())->setStretchFactor(m_attestation, whole && beside ? 2 : 1);
}

void OpenDossier::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

bool OpenDossier::isRevealed() const {
    return m_summary->isRevealed();
}

void OpenDossier::setRevealed(bool revealed) {
    m_summary->setRevealed(revealed);
}

void OpenDossier::turnPagesFrom(QWidget* list) {
    list->installEventFilter(this);
}

bool OpenDossier::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Left && key != Qt::Key_Right)
        return QWidget::eventFilter(watched, event);
    turn(key == Qt::Key_Right ? 1 : -1);
    return true;
}

void OpenDossier::turn(int direction) {
    m_viewer->step(direction);
}

void OpenDossier::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void OpenDossier::retranslate() {
    m_past->setHeading(tr("History"));
    m_viewer->setAccessibleName(tr("Scanned pages"));
    m_viewer->emptyState()->setWords(tr("No scanned page"), tr("The clerk took this dossier in without a scan: look at the papers themselves."));
}

}
