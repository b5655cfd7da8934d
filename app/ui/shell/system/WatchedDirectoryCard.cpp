#include "app/ui/shell/system/WatchedDirectoryCard.h"

#include "app/counter/Inbox.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/ActionRow.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QFileDialog>
#include <QLineEdit>

namespace motcua::ui {

WatchedDirectoryCard::WatchedDirectoryCard(counter::Inbox& inbox, QWidget* parent)
    : Card(parent), m_inbox(inbox), m_about(new TextLabel(TextRole::Muted, this)), m_path(new QLineEdit(this)),
      m_field(new Field(QString(), m_path, this)),
      m_choose(new ActionButton(ButtonKind::Secondary, QStringLiteral("folder-search"), QKeySequence(), this)),
      m_clear(new ActionButton(ButtonKind::Quiet, QStringLiteral("x"), QKeySequence(), this)) {
    m_about->setWordWrap(true);
    m_path->setObjectName(QStringLiteral("watchedFolder"));
    auto* buttons = new ActionRow(Qt::AlignLeft);
    buttons->addWidget(m_choose);
    buttons->addWidget(m_clear);
    body()->addWidget(m_about);
    body()->addWidget(m_field);
    body()->addLayout(buttons);
    body()->addStretch();
    connect(m_path, &QLineEdit::editingFinished, this, [this] {
        if (m_path->isModified())
            setDossier(m_path->text());
    });
    connect(m_choose, &QPushButton::clicked, this, &WatchedDirectoryCard::choose);
    connect(m_clear, &QPushButton::clicked, this, [this] { setDossier(QString()); });
    connect(&m_inbox, &counter::Inbox::directoryChanged, this, &WatchedDirectoryCard::showDossier);
    connect(&m_inbox, &counter::Inbox::failed, this, &WatchedDirectoryCard::tell);
    showDossier();
    retranslate();
}

void WatchedDirectoryCard::choose() {
    auto* dialog = new QFileDialog(this, tr("Choose the watched folder"), m_inbox.directory());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &WatchedDirectoryCard::setDossier);
    dialog->open();
}

void WatchedDirectoryCard::setDossier(const QString& path) {
    m_path->setModified(false);
    m_field->clearMessage();
    if (const auto set = m_inbox.setDossier(path); !set)
        m_field->setMessage(errorLine(set.error()), Tone::Warning);
    else
        showDossier();
}

/// What concerns a file is told at the intake; here only that the directory is not there.
void WatchedDirectoryCard::tell(const QString& name, const base::Error& error) {
    if (name.isEmpty())
        m_field->setMessage(errorLine(error), Tone::Warning);
}

void WatchedDirectoryCard::showDossier() {
    m_path->setText(m_inbox.directory());
    m_clear->setEnabled(!m_inbox.directory().isEmpty());
}

void WatchedDirectoryCard::forget() {
    m_field->clearMessage();
    m_path->setModified(false);
    showDossier();
}

void WatchedDirectoryCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void WatchedDirectoryCard::retranslate() {
    setHeading(tr("Watched folder"));
    m_about->setText(tr("PDF and picture files that a copier or a phone puts there go into the open intake. A file is deleted once its pages are "
                        "sealed; one that cannot be read stays, and you are told."));
    m_field->setLabel(tr("Folder"));
    m_choose->setLabel(tr("Choose …"));
    m_clear->setLabel(tr("Watch none"));
}

}
