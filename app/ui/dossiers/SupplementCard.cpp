#include "app/ui/dossiers/SupplementCard.h"

#include "app/ui/widgets/ActionRow.h"
#include "app/ui/widgets/PaperTable.h"
#include "app/ui/widgets/TextEdit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShowEvent>

namespace motcua::ui {

SupplementCard::SupplementCard(counter::Counter& counter, QWidget* parent)
    : Card(parent), m_counter(counter), m_supplements(counter.supplements()), m_table(new PaperTable(PaperTable::Use::HandedIn, this)),
      m_more(new TextEdit(this)), m_add(new ActionButton(ButtonKind::Quiet, QStringLiteral("plus"), QKeySequence(), this)),
      m_drop(new ActionButton(ButtonKind::Danger, QStringLiteral("trash-2"), QKeySequence(), this)),
      m_leave(new ActionButton(ButtonKind::Quiet, QString(), QKeySequence(), this)) {
    layOut();
    m_table->installEventFilter(this);
    m_more->installEventFilter(this);
    connect(m_table, &PaperTable::rowChosen, &m_supplements, &counter::Supplements::setCurrentPaper);
    connect(m_table, &PaperTable::changeAsked, this,
        [this](int row, domain::PaperKind kind, int quantity, bool shownOnly) { told(m_supplements.setPaper(row, kind, quantity, shownOnly)); });
    connect(m_add, &QPushButton::clicked, this, &SupplementCard::addPaper);
    connect(m_more, &QLineEdit::returnPressed, this, &SupplementCard::addPaper);
    connect(m_more, &QLineEdit::textChanged, this, [this] {
        if (!m_supplements.dossier().isNull())
            m_counter.jottings().jot(anotherPaper(), m_more->value());
    });
    connect(m_drop, &QPushButton::clicked, this, &SupplementCard::dropIt);
    connect(m_leave, &QPushButton::clicked, this, &SupplementCard::leave);
    connect(&m_supplements, &counter::Supplements::changed, this, &SupplementCard::refresh);
    connect(&m_supplements, &counter::Supplements::saveFailed, this, &SupplementCard::failed);
    retranslate();
    hide();
}

void SupplementCard::layOut() {
    m_table->setObjectName(QStringLiteral("supplement"));
    auto* more = new QHBoxLayout;
    more->addWidget(m_more, 1);
    more->addWidget(m_add);
    auto* acts = new ActionRow(Qt::AlignRight);
    for (ActionButton* button : {m_leave, m_drop})
        acts->addWidget(button);
    body()->addWidget(m_table, 1);
    body()->addLayout(more);
    body()->addLayout(acts);
}

base::Outcome SupplementCard::open(domain::DossierId dossier) {
    if (m_counter.scanning().isBusy() && m_supplements.dossier() != dossier)
        return base::fail(QStringLiteral("scan.busy"));
    const auto opened = m_supplements.open(dossier);
    if (!opened)
        return opened;
    m_more->setValue(m_counter.jottings().jotted(anotherPaper()));
    const auto about = m_counter.runner().dossier(dossier);
    setHeading(tr("Papers that came for %1").arg(about ? about->code : QString()));
    show();
    refresh();
    m_table->setCurrentCell(0, 0);
    m_table->setFocus();
    return base::done();
}

QString SupplementCard::anotherPaper() const {
    return QStringLiteral("another-paper/") + m_supplements.dossier().toString();
}

void SupplementCard::refresh() {
    m_table->setPapers(m_supplements.papers(), m_supplements.pages().current());
}

bool SupplementCard::told(const base::Outcome& outcome) {
    if (!outcome)
        emit failed(outcome.error());
    return outcome.has_value();
}

void SupplementCard::addPaper() {
    if (m_more->value().isEmpty() || !told(m_supplements.addPaper(m_more->value())))
        return;
    m_more->setValue(QString());
    m_supplements.setCurrentPaper(static_cast<int>(m_supplements.papers().size()) - 1);
}

void SupplementCard::giveBack() {
    // The rest of the batch would have nowhere to go.
    if (m_counter.scanning().isBusy())
        emit failed({QStringLiteral("scan.busy")});
    else if (told(m_supplements.giveBack()))
        leave();
}

void SupplementCard::dropIt() {
    if (told(m_supplements.drop()))
        leave();
}

void SupplementCard::leave() {
    hide();
    emit left();
}

void SupplementCard::showEvent(QShowEvent* event) {
    Card::showEvent(event);
    m_counter.inbox().deliverTo(&m_supplements);
}

/// The window alone being put away is no leaving.
void SupplementCard::hideEvent(QHideEvent* event) {
    Card::hideEvent(event);
    if (!event->spontaneous())
        m_counter.inbox().deliverTo(nullptr);
}

/// Esc leaves from wherever one types.
bool SupplementCard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return Card::eventFilter(watched, event);
    leave();
    return true;
}

void SupplementCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        Card::keyPressEvent(event);
}

void SupplementCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void SupplementCard::retranslate() {
    setCaption(tr("Space hands in, + and − the quantity, K the kind"));
    m_table->setAccessibleName(tr("Papers of the supplement"));
    m_more->setPlaceholderText(tr("Another paper …"));
    m_more->setAccessibleName(tr("Another paper"));
    m_add->setLabel(tr("Add"));
    m_drop->setLabel(tr("Throw away"));
    m_leave->setLabel(tr("Later") + QStringLiteral("  ·  Esc"));
    refresh();
}

}
