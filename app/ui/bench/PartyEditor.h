#pragma once

#include "app/base/Result.h"
#include "app/domain/jobs/JobKind.h"

#include <QHash>
#include <QWidget>

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace motcua::ui {

class DateField;
class Field;
class TextEdit;

/// All that is asked of one party in its role. What is typed is handed out when its field is left; what it shows is what it was last told.
/// Owner: PartiesCard.
class PartyEditor : public QWidget {
    Q_OBJECT

public:
    explicit PartyEditor(QWidget* parent = nullptr);

    /// What the unit's list of identity papers says.
    void setPapers(const std::vector<domain::IdentityPaperKind>& papers);
    void show(const domain::Party& party, const domain::PartyRole& role);
    /// Of this party, as domain::partyFaults() has them.
    void showFaults(const std::vector<base::Error>& faults);
    /// To the first field that is open, else the name.
    void begin(const std::vector<base::Error>& faults);

signals:
    void committed(const motcua::domain::Party& party);
    /// Words on their way into a field, named as in counter::partyText(); empty: they have come in, or were taken out.
    void typing(const QString& field, const QString& words);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void layOut();
    TextEdit* addText(const char* name);
    DateField* addDate(const char* name, QDate& (*of)(domain::Party& party));
    Field* add(const char* name, QWidget* editor);
    void changeTo(const std::function<void(domain::Party& party)>& change);
    void setPaperKind(const QString& kind);
    void mendIssuer();
    Field* field(const char* name) const { return m_fields.value(QLatin1String(name)); }

    struct Text {
        TextEdit* edit;
        QString name;
    };
    struct Day {
        DateField* edit;
        QDate& (*of)(domain::Party& party);
    };
    domain::Party m_party;
    std::vector<domain::IdentityPaperKind> m_papers;
    std::vector<Text> m_texts;
    std::vector<Day> m_days;
    QHash<QString, Field*> m_fields; ///< as faults name them
    QComboBox* m_kind;
    DateField* m_birth;
    QComboBox* m_sex;
    QComboBox* m_how;
    QCheckBox* m_cannotRead;
    QCheckBox* m_cannotHear;
    QWidget* m_manner;
};

}
