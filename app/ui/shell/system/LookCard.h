#pragma once

#include "app/ui/shell/StandardPlaces.h"
#include "app/ui/widgets/Card.h"

class QComboBox;

namespace motcua::ui {

class Field;

/// Language, colours and text size; each choice takes effect at once.
class LookCard : public Card {
    Q_OBJECT

public:
    LookCard(const ShellServices& services, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    ShellServices m_services;
    QComboBox* m_language;
    QComboBox* m_scheme;
    QComboBox* m_scale;
    Field* m_languageField;
    Field* m_schemeField;
    Field* m_scaleField;
};

}
