#include "app/ui/handover/AttestationPlacePanel.h"

#include "app/ui/handover/SheetPreview.h"
#include "app/ui/style/Theme.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/ActionRow.h"
#include "app/ui/widgets/Announce.h"
#include "app/ui/widgets/DotsImage.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QKeyEvent>

namespace motcua::ui {

AttestationPlacePanel::AttestationPlacePanel(counter::Counter& counter, QWidget* parent)
    : Card(parent), m_counter(counter), m_sheet(new SheetPreview(this)), m_top(new TextLabel(TextRole::Body, this)),
      m_place(new ActionButton(ButtonKind::Primary, QStringLiteral("check"), QKeySequence(Qt::CTRL | Qt::Key_Return), this)),
      m_cancel(new ActionButton(ButtonKind::Quiet, QStringLiteral("x"), QKeySequence(Qt::Key_Escape), this)) {
    m_top->setWordWrap(true);
    auto* acts = new ActionRow(Qt::AlignRight);
    acts->addWidget(m_cancel);
    acts->addWidget(m_place);
    body()->addWidget(m_top);
    body()->addWidget(m_sheet, 1);
    body()->addLayout(acts);
    setFocusProxy(m_sheet);
    connect(m_sheet, &SheetPreview::topChanged, this, &AttestationPlacePanel::tell);
    connect(m_place, &QPushButton::clicked, this, &AttestationPlacePanel::place);
    connect(m_cancel, &QPushButton::clicked, this, &AttestationPlacePanel::cancelled);
    retranslate();
}

void AttestationPlacePanel::ask(const domain::Dossier& dossier, bool prints) {
    m_dossier = dossier;
    m_prints = prints;
    const counter::Printing& printing = m_counter.printing();
    const int top = printing.target().topOf(printing.placeOf(dossier));
    const auto paper = m_counter.handOver().resultPaper(dossier);
    const auto pdf = paper ? printing.preview(paper->form, dossier.id) : base::Result<QByteArray>(QByteArray());
    m_sheet->setTop(top);
    m_sheet->setPaper(pdf.value_or(QByteArray()), top);
    showScan();
    retranslate();
}

void AttestationPlacePanel::forget() {
    m_dossier = {};
    m_scan.reset();
    m_sheet->setScan({});
    m_sheet->setPaper({}, 0);
}

/// The last page: the attestation of a copy stands on it.
void AttestationPlacePanel::showScan() {
    m_scan.reset();
    m_sheet->setScan({});
    const domain::Page* last = nullptr;
    for (const domain::Paper& paper : m_dossier.papers)
        if (!paper.pages.empty())
            last = &paper.pages.back();
    const auto content = last ? m_counter.dossiers().page(last->blob) : base::Result<QByteArray>(QByteArray());
    if (!content || content->isEmpty())
        return;
    m_scan = m_counter.pages().open(*content);
    connect(
        m_scan.get(), &domain::ports::OpenPages::drawn, this, [this](const domain::ports::DrawnPage& page) { m_sheet->setScan(imageOf(page.dots)); });
    m_scan->draw({domain::ports::PageWish::last});
}

void AttestationPlacePanel::place() {
    m_counter.printing().setTop(m_counter.printing().placeOf(m_dossier), m_sheet->top());
    emit placed();
}

void AttestationPlacePanel::tell() {
    QString words = tr("It starts %1 mm below the upper edge. ↑ ↓ move it by 1 mm, Page Up and Page Down by 10 mm.").arg(m_sheet->top());
    if (m_sheet->room() < 0)
        words += QLatin1Char(' ') + tr("This one does not fit below that line: it would come out on a sheet of its own.");
    m_top->setText(words);
    m_sheet->setAccessibleName(words);
    announce(m_sheet);
}

void AttestationPlacePanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        place();
    else
        Card::keyPressEvent(event);
}

void AttestationPlacePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void AttestationPlacePanel::retranslate() {
    const QString queue = m_counter.printing().target().queue;
    setHeading(queue.isEmpty() ? tr("Where does the attestation start on this printer's sheets?")
                               : tr("Where does the attestation start on the sheets of %1?").arg(queue));
    m_place->setLabel(m_prints ? tr("Keep it and print") : tr("Keep it"));
    m_cancel->setLabel(tr("Not now"));
    tell();
}

}
