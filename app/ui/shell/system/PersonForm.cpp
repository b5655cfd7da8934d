#include "app/ui/shell/system/PersonForm.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/ActionRow.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/DateField.h"
#include "app/ui/widgets/EnterWalk.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/FoldingColumns.h"
#include "app/ui/widgets/ScrollColumn.h"
#include "app/ui/widgets/TextEdit.h"
#include "app/ui/widgets/TextLabel.h"

#include <QFileDialog>
#include <QRegularExpression>

namespace motcua::ui {

using domain::PersonList;

PersonForm::PersonForm(counter::RosterDesk& roster, counter::Scanning& scanning, QWidget* parent)
    : QWidget(parent), m_roster(roster), m_scanning(scanning), m_title(new TextLabel(TextRole::Strong, this)), m_name(new TextEdit(this)),
      m_number(new TextEdit(this)), m_what(new TextEdit(this)), m_office(new TextEdit(this)), m_from(new DateField(this)),
      m_until(new DateField(this)), m_nameField(new Field(QString(), m_name, this)), m_numberField(new Field(QString(), m_number, this)),
      m_whatField(new Field(QString(), m_what, this)), m_officeField(new Field(QString(), m_office, this)),
      m_fromField(new Field(QString(), m_from, this)), m_untilField(new Field(QString(), m_until, this)),
      m_pages(new TextLabel(TextRole::Muted, this)),
      m_scan(new ActionButton(ButtonKind::Secondary, QStringLiteral("scan-line"), QKeySequence(), this)),
      m_choose(new ActionButton(ButtonKind::Secondary, QStringLiteral("folder-open"), QKeySequence(), this)),
      m_write(new ActionButton(ButtonKind::Secondary, QStringLiteral("plus"), QKeySequence(), this)), m_told(new Banner(this)) {
    for (DateField* day : {m_from, m_until})
        day->setYears(domain::Years::Coming);
    const int space = theme().metrics().space(2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space);
    column->addWidget(m_title);
    const std::initializer_list<QWidget*> lines[] = {{m_nameField, m_numberField}, {m_whatField, m_officeField}, {m_fromField, m_untilField}};
    for (const auto& line : lines) {
        auto* fields = new FoldingColumns;
        for (QWidget* field : line)
            fields->addWidget(field, 1);
        column->addLayout(fields);
    }
    column->addWidget(m_pages);
    auto* buttons = new ActionRow(Qt::AlignLeft);
    for (ActionButton* button : {m_scan, m_choose, m_write})
        buttons->addWidget(button);
    column->addLayout(buttons);
    column->addWidget(m_told);
    new EnterWalk(this);
    connect(m_scan, &QPushButton::clicked, this, [this] {
        m_told->clear();
        if (const auto begun = m_roster.scan(); !begun)
            m_told->show(begun.error());
    });
    connect(m_choose, &QPushButton::clicked, this, &PersonForm::chooseFiles);
    connect(m_write, &QPushButton::clicked, this, &PersonForm::write);
    connect(&m_roster, &counter::RosterDesk::pagesChanged, this, &PersonForm::showPages);
    connect(&m_scanning, &counter::Scanning::finished, this, [this](const base::Error& error) {
        if (m_scanning.isFor(m_roster) && !error.code.isEmpty())
            m_told->show(error);
    });
    setList(m_list);
}

void PersonForm::setList(PersonList list) {
    m_list = list;
    m_officeField->setVisible(list == PersonList::Specimen);
    m_fromField->setVisible(list != PersonList::Relative);
    m_untilField->setVisible(list != PersonList::Relative);
    m_scan->setVisible(list != PersonList::Relative);
    m_choose->setVisible(list != PersonList::Relative);
    setVisible(m_roster.mayWrite(list));
    retranslate();
}

void PersonForm::forget() {
    for (TextEdit* edit : {m_name, m_number, m_what, m_office})
        edit->clear();
    m_from->setDate({});
    m_until->setDate({});
    for (Field* field : {m_nameField, m_numberField, m_whatField, m_officeField, m_fromField, m_untilField})
        field->clearMessage();
    m_told->clear();
    m_roster.dropPages();
}

bool PersonForm::isSaid(Field* field, bool said, const QString& lack) {
    field->clearMessage();
    if (said)
        return true;
    field->setMessage(lack);
    field->editor()->setFocus();
    ScrollColumn::bringIntoSight(field);
    return false;
}

void PersonForm::write() {
    m_told->clear();
    domain::ListedPerson person;
    person.list = m_list;
    person.name = m_name->value();
    person.number = m_number->value();
    const bool isRelative = m_list == PersonList::Relative;
    if (m_list == PersonList::Translator) {
        static const QRegularExpression between(QStringLiteral("\\s*[,;]\\s*"));
        person.languages = m_what->value().split(between, Qt::SkipEmptyParts);
    } else if (isRelative) {
        person.relation = m_what->value();
    } else {
        person.body = m_what->value();
        person.title = m_office->value();
    }
    if (!isRelative) {
        person.from = m_from->date();
        person.until = m_until->date();
    }
    const bool named =
        isSaid(m_nameField, !person.name.isEmpty(), tr("Type the full name.")) &&
        isSaid(m_numberField, !person.number.isEmpty() || m_list == PersonList::Specimen, tr("Type the number of the identity paper.")) &&
        isSaid(m_whatField, !m_what->value().isEmpty(), tr("Say this too: the list is of no use without it."));
    const bool dated = isRelative || (isSaid(m_fromField, person.from.isValid(), tr("Type the first day, such as 02/11/2026.")) &&
                                         isSaid(m_untilField, m_until->text().isEmpty() || person.until >= person.from,
                                             tr("The last day is not before the first.")));
    if (!named || !dated)
        return;
    const QString name = person.name;
    if (const auto added = m_roster.add(std::move(person)); !added) {
        if (added.error().code == QLatin1String("list.no-number"))
            (void)isSaid(m_numberField, false, errorLine(added.error()));
        else
            m_told->show(added.error());
        return;
    }
    forget();
    m_told->show(Tone::Success, tr("%1 stands in the list now.").arg(name));
    m_name->setFocus();
    emit written(name);
}

void PersonForm::chooseFiles() {
    auto* dialog = new QFileDialog(this, tr("The page with the specimen signature"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Pages (*.pdf *.jpg *.jpeg *.jfif *.png *.tif *.tiff *.bmp *.webp)"));
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        m_told->clear();
        m_roster.importFiles(paths);
    });
    dialog->open();
}

void PersonForm::showPages() {
    const int pages = static_cast<int>(m_roster.pages().size());
    m_pages->setVisible(m_list != PersonList::Relative);
    m_pages->setText(pages > 0 ? tr("%n page(s) with the specimen signature", nullptr, pages) : tr("No page with the specimen signature yet"));
}

void PersonForm::retranslate() {
    const bool isRelative = m_list == PersonList::Relative;
    m_title->setText(isRelative                         ? tr("Declare a relative, or your own number")
                     : m_list == PersonList::Translator ? tr("Write down a translator")
                                                        : tr("Write down a specimen signature"));
    m_nameField->setLabel(tr("Full name"));
    m_numberField->setLabel(isRelative ? tr("Personal number") : tr("Identity paper's number"));
    m_whatField->setLabel(isRelative                         ? tr("Relation, such as wife, child or “bản thân”")
                          : m_list == PersonList::Translator ? tr("Languages")
                                                             : tr("Signs for"));
    m_officeField->setLabel(tr("Office there"));
    m_fromField->setLabel(tr("From"));
    m_untilField->setLabel(tr("Until"));
    m_scan->setLabel(tr("Scan"));
    m_choose->setLabel(tr("From a file"));
    m_write->setLabel(isRelative ? tr("Declare") : tr("Write down"));
    showPages();
}

}
